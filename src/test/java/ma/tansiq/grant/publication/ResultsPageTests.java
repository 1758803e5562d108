package ma.tansiq.grant.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.grant.agreement.AwardStage;
import ma.tansiq.grant.envelope.Dirhams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Rule E10: awarded grants as a page, CSV, 360Giving and IATI; never personal data, nothing before both have signed. */
@TansiqTest
class ResultsPageTests {

    /** The people and accounts of a grant's record, none of which may be published. */
    private static final List<String> PERSONAL = List.of(
            "Amina Idrissi", "officer", "ordo", "Naciri", "Chraïbi", "011780000012345678901296", "Convention.pdf");

    @LocalServerPort
    int port;

    @Autowired
    AwardStage awards;

    private String signed = "";
    private String embargoed = "";

    @BeforeEach
    void grants() {
        signed = awards.signed();
        embargoed = awards.prepared();
    }

    @Test
    void everybodyReadsWhatIsSignedAndNothingElse() {
        for (String address :
                List.of("/results", "/results/grants.csv", "/results/360giving.json", "/results/iati.xml")) {
            String body = guest().get(address).body();
            assertThat(body).as(address).contains(signed, "Cours de darija", "Fondation Orient-Occident");
            assertThat(body).as("under embargo, " + address).doesNotContain(embargoed);
            assertThat(body).as("personal data, " + address).doesNotContain(PERSONAL);
        }
        assertThat(guest().get("/results/other.json").statusCode()).isEqualTo(404);
    }

    /** The fields that the standard 1.4 requires, with the types that it gives them. */
    @Test
    void threeSixtyGivingHasTheRequiredFields() throws Exception {
        JsonNode grants = new ObjectMapper()
                .readTree(guest().get("/results/360giving.json").body())
                .path("grants");
        assertThat(grants.isArray()).isTrue();
        assertThat(grants).isNotEmpty().allSatisfy(grant -> {
            for (String text : List.of("id", "title", "description", "currency", "awardDate")) {
                assertThat(grant.path(text).isTextual()).as(text).isTrue();
            }
            assertThat(grant.path("amountAwarded").isNumber()).isTrue();
            assertThat(grant.path("currency").asText()).matches("[A-Z]{3}");
            assertThat(grant.path("awardDate").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
            for (String party : List.of("recipientOrganization", "fundingOrganization")) {
                assertThat(grant.path(party)).as(party).hasSize(1);
                assertThat(grant.path(party).get(0).path("id").asText()).startsWith("360G-");
                assertThat(grant.path(party).get(0).path("name").asText()).isNotBlank();
            }
        });
        assertThat(grants)
                .filteredOn(grant -> grant.path("id").asText().endsWith(signed))
                .singleElement()
                .satisfies(grant ->
                        assertThat(grant.path("amountAwarded").decimalValue()).isEqualByComparingTo("100000"));
    }

    /** IATI 2.03: the elements that each activity must have, in the order of the schema. */
    @Test
    void iatiActivitiesHaveTheRequiredElementsInOrder() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        guest().get("/results/iati.xml").body().getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.03");
        Element activity = activity(document);
        assertThat(children(activity))
                .startsWith(
                        "iati-identifier",
                        "reporting-org",
                        "title",
                        "description",
                        "participating-org",
                        "participating-org",
                        "activity-status",
                        "activity-date",
                        "activity-date",
                        "recipient-country",
                        "transaction");
        Element transaction =
                (Element) activity.getElementsByTagName("transaction").item(0);
        assertThat(children(transaction)).containsExactly("transaction-type", "transaction-date", "value");
        assertThat(transaction.getElementsByTagName("value").item(0).getTextContent())
                .isEqualTo("100000.00");
    }

    @Test
    void tableWritesNoFormula() {
        PublishedGrant hostile = new PublishedGrant(
                "CONV-2027-0001",
                "AAP-2027-01",
                "=HYPERLINK(\"http://example.org\")",
                "FOO",
                "+Association, \"deux\"",
                "جمعية",
                Dirhams.of(1),
                LocalDate.of(2027, 4, 5),
                LocalDate.of(2027, 5, 1),
                LocalDate.of(2028, 5, 1),
                "IN_EXECUTION",
                List.of());

        assertThat(new GrantTable().of(List.of(hostile)))
                .contains("'=HYPERLINK", "\"'+Association, \"\"deux\"\"\"")
                .startsWith("reference,call,title");
    }

    private Element activity(Document document) {
        NodeList activities = document.getElementsByTagName("iati-activity");
        for (int i = 0; i < activities.getLength(); i++) {
            if (activities.item(i).getTextContent().contains(signed)) {
                return (Element) activities.item(i);
            }
        }
        throw new AssertionError("no activity for " + signed);
    }

    private static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element named) {
                names.add(named.getTagName());
            }
        }
        return names;
    }

    private Browser guest() {
        return new Browser(port);
    }
}
