package ma.tansiq.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Mandates;
import org.junit.jupiter.api.AfterEach;
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
    void interimIsKnownToTheFourConcernedWhenNamedAndWhenEndedEarly() {
        LocalDate today = LocalDate.now(clock);
        named("m1.cp6", "Décision 21", today.minusDays(9), today.plusDays(30));
        String interim = interimOf("Décision 21");
        assertThat(told("interim-named", interim))
                .as("the interim, the person replaced, the secretary; the chair is who is replaced")
                .containsExactly("chair.cp6", "m1.cp6", "sec.cp6");
        assertThat(mail("interim-named", "m1.cp6", interim))
                .contains("Vous exercez la présidence", "Décision 21", "/camunda/app/tasklist/default/");
        assertThat(mail("interim-named", "chair.cp6", interim)).contains("exerce la présidence");

        assertThat(end(interim, 99, today).statusCode()).as("a stale page").isEqualTo(409);
        var past = end(interim, 1, today.minusDays(2));
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("au plus tôt le", "value=\"" + today.minusDays(2) + "\"");
        assertThat(end(interim, 1, today.plusDays(30)).body()).contains("L’intérim finit déjà le");
        assertThat(mandates.groupsOf("m1.cp6", today)).contains("CP6-chair");

        assertThat(end(interim, 1, today.minusDays(1)).statusCode()).isEqualTo(302);
        assertThat(mandates.groupsOf("m1.cp6", today)).doesNotContain("CP6-chair");
        assertThat(told("interim-ended", interim)).containsExactly("chair.cp6", "m1.cp6", "sec.cp6");
        assertThat(mail("interim-ended", "sec.cp6", interim)).contains("prend fin avant terme");
        assertThat(administrator.get("/admin/audit").body()).contains("Fin d’intérim", "Décision 21");
        assertThat(end(interim, 1, today.minusDays(1)).statusCode())
                .as("ended by somebody else meanwhile")
                .isEqualTo(409);
    }

    @Test
    void interimThatIsToComeIsShownAndWithdrawnBeforeItsFirstDay() {
        LocalDate today = LocalDate.now(clock);
        named("m1.cp6", "Décision 22", today.plusDays(40), today.plusDays(50));
        String interim = interimOf("Décision 22");
        assertThat(administrator.get(PAGE).body()).contains("à venir", "/" + interim + "/withdraw");
        assertThat(mandates.groupsOf("m1.cp6", today.plusDays(45))).contains("CP6-chair");

        var withdrawn = administrator.submit(PAGE, PAGE + "/" + interim + "/withdraw", Map.of("seen", "1"));

        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(302);
        assertThat(mandates.groupsOf("m1.cp6", today.plusDays(45))).doesNotContain("CP6-chair");
        assertThat(told("interim-withdrawn", interim)).containsExactly("chair.cp6", "m1.cp6", "sec.cp6");
        assertThat(administrator.get("/admin/audit").body()).contains("Intérim retiré avant son premier jour");
        assertThat(administrator
                        .submit(PAGE, PAGE + "/" + interim + "/withdraw", Map.of("seen", "1"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator
                        .submit(PAGE, PAGE + "/not-an-id/withdraw", Map.of("seen", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void interimThatBeganIsEndedRatherThanWithdrawnAndOneWhollyPastIsRefused() {
        LocalDate today = LocalDate.now(clock);
        named("m1.cp6", "Décision 23", today, today.plusDays(3));
        String interim = interimOf("Décision 23");
        var refused = administrator.submit(PAGE, PAGE + "/" + interim + "/withdraw", Map.of("seen", "1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("mettez-y fin au lieu de le retirer");
        assertThat(end(interim, 1, today).statusCode()).isEqualTo(302);

        var over = administrator.submit(
                PAGE,
                PAGE,
                Map.of(
                        "body", "CP6",
                        "account", "m3.cp6",
                        "act", "Décision 24",
                        "from", today.minusDays(9).toString(),
                        "to", today.minusDays(1).toString()));
        assertThat(over.statusCode()).isEqualTo(422);
        assertThat(over.body()).contains("Cet intérim serait déjà terminé", "Décision 24");
    }

    @AfterEach
    void nobodyIsInterimAfterwards() {
        database.sql("delete from membership where interim and body = 'CP6'").update();
        mandates.refresh();
    }

    private void named(String account, String act, LocalDate from, LocalDate to) {
        var answer = administrator.submit(
                PAGE,
                PAGE,
                Map.of("body", "CP6", "account", account, "act", act, "from", from.toString(), "to", to.toString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private HttpResponse<String> end(String interim, int seen, LocalDate day) {
        return administrator.submit(
                PAGE, PAGE + "/" + interim + "/end", Map.of("seen", String.valueOf(seen), "day", day.toString()));
    }

    private String interimOf(String act) {
        return database.sql("select id::text from membership where act = ?")
                .param(act)
                .query(String.class)
                .single();
    }

    private List<String> told(String template, String interim) {
        return database.sql("select recipient from mail where template = ? and cause like ? order by recipient")
                .params(template, interim + "/%")
                .query(String.class)
                .list();
    }

    private String mail(String template, String recipient, String interim) {
        return database.sql("select body_text from mail where template = ? and recipient = ? and cause like ?")
                .params(template, recipient, interim + "/%")
                .query(String.class)
                .single();
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

        var allWrong = administrator.submit(
                PAGE,
                PAGE,
                Map.of("body", "CP6", "account", "nobody", "act", " ", "from", "2027-01-08", "to", "2027-01-04"));
        assertThat(allWrong.body()).contains("Le compte nobody n’existe pas", "08/01/2027", "04/01/2027");
        assertThat(allWrong.body().split("• ", -1))
                .as("each fault in a line of its own")
                .hasSize(4);
    }

    @Test
    void othersMayNotNameInterims() {
        assertThat(signedIn("sec.cp6").get(PAGE).statusCode()).isEqualTo(403);
    }
}
