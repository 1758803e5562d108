package ma.tansiq.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A filled template as the layout needs it: no character that XML or the fonts cannot carry, spaces inside amounts that
 * neither break nor reorder, {@code dir="auto"} resolved, and the columns of tables in the direction of reading.
 */
final class PdfSource {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern DIRECTION_MARKS =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPACE_IN_AMOUNT = Pattern.compile("(?<=\\d)[ \\u202F](?=\\d{3}(?!\\d))");
    private static final Pattern SPACE_BEFORE_CURRENCY = Pattern.compile("(?<=\\d)[ \\u202F](?=(?:DH|MAD|%|درهم))");

    /** A number such as {@code 1427/SG}, whose parts would change places after an Arabic word. */
    private static final Pattern MIXED_NUMBER =
            Pattern.compile("(?<=\\p{IsArabic}[ :]{1,3})(?=\\d+[/.-][\\d/.-]*\\p{IsLatin})");

    private final boolean rightToLeft;
    private final Document document;

    PdfSource(String xhtml, boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
        this.document = parse(NOT_XML.matcher(xhtml).replaceAll(""));
        resolveDirections();
        tidyTexts(document.getDocumentElement());
        if (rightToLeft) {
            elements("tr").forEach(PdfSource::reverseCells);
        }
    }

    Document document() {
        return document;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    private void resolveDirections() {
        elements("*").stream()
                .filter(element -> element.getAttribute("dir").equals("auto"))
                .forEach(element -> element.setAttribute("dir", directionOf(element.getTextContent())));
    }

    private String directionOf(String text) {
        boolean arabic = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::getDirectionality)
                .findFirst()
                .map(found -> found == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || found == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .orElse(rightToLeft);
        return arabic ? "rtl" : "ltr";
    }

    private static void tidyTexts(Node node) {
        if (node instanceof Text text) {
            text.setData(tidy(text.getData()));
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            tidyTexts(children.item(i));
        }
    }

    private static String tidy(String text) {
        String plain = DIRECTION_MARKS.matcher(text).replaceAll("");
        String amounts = SPACE_IN_AMOUNT.matcher(plain).replaceAll("\u00A0");
        String currencies = SPACE_BEFORE_CURRENCY.matcher(amounts).replaceAll("\u00A0");
        return MIXED_NUMBER.matcher(currencies).replaceAll("\u200E");
    }

    /** The layout places the first cell of a row at the left in either direction. */
    private static void reverseCells(Element row) {
        if (row.getAttribute("class").contains("fixed")) {
            return;
        }
        List<Node> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            cells.add(cell);
        }
        cells.forEach(cell -> row.insertBefore(cell, row.getFirstChild()));
    }

    private List<Element> elements(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new IllegalStateException("the template is not well-formed", malformed);
        }
    }
}
