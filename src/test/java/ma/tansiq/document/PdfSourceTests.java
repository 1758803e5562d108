package ma.tansiq.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PdfSourceTests {

    @Test
    void columnsFollowTheDirectionOfReadingExceptInFixedRows() {
        String rows =
                "<table><tr><td>1</td><td>2</td><td>3</td></tr><tr class=\"fixed\"><td>a</td><td>b</td></tr></table>";

        assertThat(text(rows, true)).isEqualTo("321ab");
        assertThat(text(rows, false)).isEqualTo("123ab");
    }

    @Test
    void recordedTextTakesTheDirectionOfItsFirstLetter() {
        assertThat(direction("12. الشراكات SNIA", false)).isEqualTo("rtl");
        assertThat(direction("SNIA الشراكات", true)).isEqualTo("ltr");
        assertThat(direction("2026", true)).isEqualTo("rtl");
    }

    @Test
    void amountsNeitherBreakNorReorder() {
        assertThat(text("<p>1 234 567,89 DH en 2026 et 12 mois</p>", false))
                .isEqualTo("1\u00a0234\u00a0567,89\u00a0DH en 2026 et 12 mois");
        assertThat(text("<p>رقم 1427/SG</p>", true)).isEqualTo("رقم \u200e1427/SG");
    }

    @Test
    void charactersThatXmlOrTheReaderCannotBearAreLeftOut() {
        assertThat(text("<p>a\u0000b\u000bc\u202ed\u2066e\ufffff</p>", false)).isEqualTo("abcdef");
    }

    @Test
    void refusesEntitiesAndBrokenTemplates() {
        assertThatThrownBy(() -> text("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;</p>", false))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> text("<p><br></p>", false)).isInstanceOf(IllegalStateException.class);
    }

    private static String text(String xhtml, boolean rightToLeft) {
        return new PdfSource(xhtml, rightToLeft).document().getDocumentElement().getTextContent();
    }

    private static String direction(String text, boolean rightToLeft) {
        Element paragraph = new PdfSource("<p dir=\"auto\">" + text + "</p>", rightToLeft)
                .document()
                .getDocumentElement();
        return paragraph.getAttribute("dir");
    }
}
