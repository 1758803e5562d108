package ma.tansiq.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Mandates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InterimsPageTests extends Administrators {

    private static final String PAGE = "/admin/interims";

    @Autowired
    BodyManagement bodies;

    @Autowired
    Mandates mandates;

    @Autowired
    Clock clock;

    @Test
    void administratorNamesAnInterimWhoHoldsTheChairDuringTheDates() {
        LocalDate today = LocalDate.now(clock);
        var answer = administrator.submit(
                PAGE,
                PAGE,
                Map.of(
                        "body", "CP6",
                        "account", "m2.cp6",
                        "act", "Décision n° 7/2026",
                        "from", today.minusDays(1).toString(),
                        "to", today.plusDays(9).toString()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(administrator.get(PAGE).body()).contains("Décision n° 7/2026");
        assertThat(mandates.groupsOf("m2.cp6", today)).contains("CP6-chair");
        assertThat(mandates.groupsOf("m2.cp6", today.plusDays(10))).doesNotContain("CP6-chair");
        bodies.endInterim("CP6", today.minusDays(1), "admin");
        assertThat(mandates.groupsOf("m2.cp6", today)).doesNotContain("CP6-chair");
    }

    @Test
    void wrongInterimIsRefusedInASentenceAndWhatWasTypedIsKept() {
        var noDates = administrator.submit(
                PAGE, PAGE, Map.of("body", "CP6", "account", "m2.cp6", "act", "Décision 8", "from", "hier", "to", ""));
        assertThat(noDates.statusCode()).isEqualTo(422);
        assertThat(noDates.body()).contains("Indiquez le premier et le dernier jour", "Décision 8");

        var nobody = administrator.submit(
                PAGE,
                PAGE,
                Map.of("body", "CP6", "account", "nobody", "act", "D9", "from", "2027-01-04", "to", "2027-01-08"));
        assertThat(nobody.statusCode()).isEqualTo(422);
    }

    @Test
    void othersMayNotNameInterims() {
        assertThat(signedIn("sec.cp6").get(PAGE).statusCode()).isEqualTo(403);
    }
}
