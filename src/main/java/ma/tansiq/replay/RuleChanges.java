package ma.tansiq.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Numbers of a decision table that a replay tries instead of those in force: {@code CP.silence=3} in one row, {@code
 * silence=3} in every row. Knows rows and numbers by the table itself, and refuses what it has not, all at once.
 *
 * @param values what was asked for, by name
 */
record RuleChanges(Map<String, String> values) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final int MOST_DAYS = 365;
    private static final int WHOLE = 100;

    RuleChanges {
        values = new TreeMap<>(values);
    }

    /** The table with these numbers. */
    String in(byte[] table, List<String> problems) {
        Document document = read(table);
        List<String> outputs = names(document);
        List<Row> rows = elements(document, "rule").map(Row::of).toList();
        values.forEach((name, value) -> change(name, value, outputs, rows, problems));
        if (problems.isEmpty()) {
            rows.forEach(row -> row.check(outputs, problems));
        }
        return write(document);
    }

    private static void change(String name, String value, List<String> outputs, List<Row> rows, List<String> problems) {
        String output = name.substring(name.indexOf('.') + 1);
        String level = name.equals(output) ? "" : name.substring(0, name.indexOf('.'));
        List<Row> meant = rows.stream()
                .filter(row -> level.isEmpty() || row.level().equals(level))
                .toList();
        if (meant.isEmpty()) {
            problems.add("tansiq.replay.rules.%s: there is no level %s in the table of rules, but %s"
                    .formatted(name, level, rows.stream().map(Row::level).collect(Collectors.joining(", "))));
        } else if (!outputs.contains(output)) {
            problems.add("tansiq.replay.rules.%s: the table has no rule %s, but %s"
                    .formatted(name, output, String.join(", ", outputs)));
        } else {
            meant.forEach(row -> row.set(name, outputs.indexOf(output), output, value, problems));
        }
    }

    /** One rule of the table, for one level. */
    private record Row(String level, List<Element> outputs) {

        static Row of(Element rule) {
            String level = text(descendants(rule, "inputEntry").get(0))
                    .getTextContent()
                    .strip();
            return new Row(level.replace("\"", ""), descendants(rule, "outputEntry"));
        }

        void set(String name, int index, String output, String value, List<String> problems) {
            Element text = text(outputs.get(index));
            boolean yesOrNo = isYesOrNo(text.getTextContent());
            Optional<String> wrong = yesOrNo ? wrongAnswer(value) : wrongNumber(output, value);
            wrong.ifPresentOrElse(
                    reason -> problems.add("tansiq.replay.rules.%s=%s: %s".formatted(name, value, reason)),
                    () -> text.setTextContent(value));
        }

        private static Optional<String> wrongAnswer(String value) {
            return isYesOrNo(value) ? Optional.empty() : Optional.of("has to be true or false");
        }

        private static Optional<String> wrongNumber(String output, String value) {
            int most = output.endsWith("Percent") ? WHOLE : MOST_DAYS;
            return NUMBER.matcher(value).matches() && Integer.parseInt(value) <= most
                    ? Optional.empty()
                    : Optional.of("has to be a whole number from 0 to " + most);
        }

        /** As the table says of itself: proposals close within the notice, and leave a day to compose and one to approve. */
        void check(List<String> names, List<String> problems) {
            int notice = number(names, "notice");
            int intake = number(names, "intakeClosing");
            int papers = number(names, "papers");
            if (intake > notice || intake < papers + 2) {
                problems.add(("level %s: proposals would close %d working days before the session, which has to be no"
                                + " more than the notice (%d) and at least two more than the papers (%d)")
                        .formatted(level, intake, notice, papers));
            }
        }

        private int number(List<String> names, String name) {
            return Integer.parseInt(
                    text(outputs.get(names.indexOf(name))).getTextContent().strip());
        }
    }

    private static boolean isYesOrNo(String text) {
        return text.strip().equals("true") || text.strip().equals("false");
    }

    private static List<String> names(Document document) {
        return elements(document, "output")
                .map(each -> each.getAttribute("name"))
                .toList();
    }

    private static Element text(Element entry) {
        return descendants(entry, "text").get(0);
    }

    private static Stream<Element> elements(Document document, String name) {
        return descendants(document.getDocumentElement(), name).stream();
    }

    private static List<Element> descendants(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return new ArrayList<>(IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList());
    }

    private static Document read(byte[] table) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(table));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException("the table of rules cannot be read", unreadable);
        }
    }

    private static String write(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException unwritable) {
            throw new IllegalStateException("the table of rules cannot be written", unwritable);
        }
    }
}
