package ma.tansiq.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.Organisations;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Organisations change by acts: seats and open matters follow, what is recorded keeps the old names (rule A1b). */
class OrganisationsPageTests extends Administrators {

    private static final String PAGE = "/admin/organisations";
    private static final String FOUNDED = "2026-01-05";
    private static final String SEAT = "CP8.m3";

    @Autowired
    Organisations organisations;

    @Autowired
    Memberships memberships;

    @Autowired
    CommitteeStage stage;

    @AfterEach
    void seatsAsTheyWere() {
        ClockUtil.reset();
        database.sql("delete from membership where seat like 'CP8.m%' and valid_from > date '2026-01-01'")
                .update();
        database.sql("update membership set valid_to = null, organisation = null where seat like 'CP8.m%' and"
                        + " organisation like 'ZZ%'")
                .update();
    }

    @Test
    void isFoundAndRenamedByActsAndItsPageShowsBothNames() {
        found("ZZ-NAME", "Agence de l’exemple");
        assertThat(administrator.get(PAGE).body()).contains("ZZ-NAME", "Agence de l’exemple");
        Map<String, String> renamed = act("Décret 2-26-11", "2026-02-02");
        renamed.put("nameFr", "Office de l’exemple");
        renamed.put("nameAr", "مكتب المثال");

        assertThat(rename("ZZ-NAME", 7, renamed).statusCode())
                .as("a stale page")
                .isEqualTo(409);
        assertThat(rename("ZZ-NAME", 0, renamed).statusCode()).isEqualTo(302);

        Organisation now = organisations.find("ZZ-NAME").orElseThrow();
        assertThat(now.nameFr()).isEqualTo("Office de l’exemple");
        assertThat(now.nameAr()).isEqualTo("مكتب المثال");
        assertThat(administrator.get(PAGE + "/ZZ-NAME").body())
                .contains("Création", "Changement de nom", "Décret 2-26-11", "02/02/2026")
                .contains("Agence de l’exemple", "Office de l’exemple");
        assertThat(administrator.get("/admin/audit").body()).contains("Organisation renommée", "Décret 2-26-11");
        assertThat(rename("ZZ-NAME", 0, renamed).statusCode()).as("twice").isEqualTo(409);
        refused(rename("ZZ-NAME", 1, renamed), "porte déjà ces noms");
    }

    @Test
    void nonsenseIsRefusedInASentenceAndWhatWasTypedIsKept() {
        found("ZZ-BASE", "Institut de base");
        found("ZZ-OTHER", "Autre institut");
        Map<String, String> names = act("Arrêté 12-26", "2026-03-03");
        names.put("nameFr", "Institut");
        for (String wrong : List.of("", "zz", "1A", "A", "ZZ BASE", "<script>", "Z".repeat(21))) {
            Map<String, String> founding = new HashMap<>(names);
            founding.put("code", wrong);
            founding.put("kind", "GOVERNMENT");
            refused(submit(PAGE, founding), "Indiquez un code");
        }
        names.put("code", "ZZ-BASE");
        names.put("kind", "GOVERNMENT");
        refused(submit(PAGE, names), "Le code ZZ-BASE est déjà celui de « Institut de base »", "Arrêté 12-26");
        names.put("kind", "PLANET");
        names.put("code", "ZZ-NEW");
        refused(submit(PAGE, names), "Choisissez le type");
        assertThat(organisations.find("ZZ-NEW")).isEmpty();

        names.put("on", FOUNDED);
        refused(
                rename("ZZ-BASE", 0, names),
                "La date d’effet précède l’existence de ZZ-BASE",
                "05/01/2026",
                "Arrêté 12-26");
        names.put("on", "2999-01-01");
        refused(rename("ZZ-BASE", 0, names), "n’est pas encore venu");
        names.put("on", "demain");
        refused(rename("ZZ-BASE", 0, names), "Indiquez un jour");
        names.put("on", "2026-03-03");
        names.put("act", " ");
        refused(rename("ZZ-BASE", 0, names), "Indiquez le numéro de l’acte");
        names.put("act", "Arrêté 12-26");
        names.put("nameFr", "x".repeat(501));
        assertThat(rename("ZZ-BASE", 0, names).statusCode()).isEqualTo(422);

        Map<String, String> merging = act("Arrêté 13-26", "2026-03-03");
        refused(send("ZZ-BASE", "merge", merging), "Choisissez au moins une organisation");
        merging.put("from", "ZZ-BASE");
        refused(send("ZZ-BASE", "merge", merging), "ZZ-BASE ne peut pas fusionner avec elle-même");
        merging.put("from", "NOBODY");
        assertThat(send("ZZ-BASE", "merge", merging).statusCode()).isEqualTo(422);

        Map<String, String> splitting = act("Arrêté 14-26", "2026-03-03");
        splitting.put("seen", "0");
        splitting.put("into", "ZZ-OTHER");
        refused(send("ZZ-BASE", "split", splitting), "au moins deux organisations");
        splitting.put("into", "ZZ-BASE");
        refused(send("ZZ-BASE", "split", splitting), "ne peut pas se succéder à elle-même");

        assertThat(organisations.find("ZZ-BASE").orElseThrow().validTo()).isNull();
        assertThat(administrator.get(PAGE + "/NOBODY").statusCode()).isEqualTo(404);
        assertThat(signedIn("audit").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void mergerTakesSeatsAndOpenActionsAlongAndHeldSessionsKeepTheOldName() {
        found("ZZ-OLD", "Ancienne agence");
        found("ZZ-JOINT", "Agence commune");
        belongsTo(SEAT, "ZZ-OLD");
        String meeting = stage.inSession("CP8", "Point A");
        stage.does("sec.cp8", meeting, "Task_RecordSession", recorded(meeting));
        stage.engineWorks(meeting);
        stage.does("chair.cp8", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        assertThat(organisationOfAction(meeting)).isEqualTo("Ancienne agence");

        Map<String, String> merging = act("Loi 27-01", "2027-04-20");
        merging.put("from", "ZZ-OLD");
        assertThat(send("ZZ-JOINT", "merge", merging).statusCode()).isEqualTo(302);

        assertThat(organisationOfAction(meeting)).as("an open action follows").isEqualTo("Agence commune");
        assertThat(database.sql("select organisation from attendance where meeting = ? and account = 'm3.cp8'")
                        .param(meeting)
                        .query(String.class)
                        .single())
                .as("what was recorded keeps the name of its day")
                .isEqualTo("Ancienne agence");
        List<Membership> history = memberships.ofSeat(SEAT);
        assertThat(history.get(0).organisation()).isEqualTo("ZZ-JOINT");
        assertThat(history.get(0).account()).isEqualTo("m3.cp8");
        assertThat(history.get(0).validFrom()).isEqualTo(LocalDate.of(2027, 4, 20));
        assertThat(history.get(1).organisation()).isEqualTo("ZZ-OLD");
        assertThat(history.get(1).validTo()).isEqualTo(LocalDate.of(2027, 4, 19));
        Organisation old = organisations.find("ZZ-OLD").orElseThrow();
        assertThat(old.successor()).isEqualTo("ZZ-JOINT");
        assertThat(old.validTo()).isEqualTo(LocalDate.of(2027, 4, 19));
        assertThat(administrator.get(PAGE + "/ZZ-JOINT").body())
                .contains("Fusion", "Loi 27-01", "Ancienne agence", "Succède à", SEAT);
        assertThat(administrator.get(PAGE + "/ZZ-OLD").body())
                .contains("jusqu’au 19/04/2027", "Remplacée par")
                .doesNotContain("/rename");
        merging.put("from", "ZZ-OLD");
        refused(send("ZZ-JOINT", "merge", merging), "ZZ-OLD n’existe plus depuis le 19/04/2027");
    }

    @Test
    void splitGivesEachSeatToTheOneThatIsNamedForIt() {
        found("ZZ-WHOLE", "Organisme entier");
        found("ZZ-NORTH", "Organisme du Nord");
        found("ZZ-SOUTH", "Organisme du Sud");
        belongsTo("CP8.m2", "ZZ-WHOLE");
        belongsTo(SEAT, "ZZ-WHOLE");
        Map<String, String> closing = act("Arrêté 30-26", "2026-05-05");
        closing.put("seen", "0");
        refused(send("ZZ-WHOLE", "close", closing), "ZZ-WHOLE a encore des sièges : CP8.m2, CP8.m3");
        assertThat(organisations.find("ZZ-WHOLE").orElseThrow().validTo())
                .as("nothing half done")
                .isNull();

        String form = "act=Loi+26-7&on=2026-06-01&seen=0&into=ZZ-NORTH&into=ZZ-SOUTH&seat." + SEAT + "=";
        var foreign = administrator.submitForm(PAGE + "/ZZ-WHOLE", PAGE + "/ZZ-WHOLE/split", form + "ZZ-JOINT");
        assertThat(foreign.statusCode()).as("none of the successors").isEqualTo(422);
        var split = administrator.submitForm(PAGE + "/ZZ-WHOLE", PAGE + "/ZZ-WHOLE/split", form + "ZZ-SOUTH");

        assertThat(split.statusCode()).as(split.body()).isEqualTo(302);
        assertThat(memberships.openOn("CP8.m2").orElseThrow().organisation()).isEqualTo("ZZ-NORTH");
        assertThat(memberships.openOn(SEAT).orElseThrow().organisation()).isEqualTo("ZZ-SOUTH");
        assertThat(administrator.get(PAGE + "/ZZ-SOUTH").body()).contains("Scission", "Organisme entier", "Loi 26-7");
    }

    @Test
    void withoutSeatsItClosesAndIsNoLongerChosenForASeat() {
        found("ZZ-END", "Mission achevée");
        assertThat(administrator.get("/admin/bodies/CP11").body()).contains("ZZ-END · Mission achevée");
        Map<String, String> closing = act("Arrêté 31-26", "2026-05-05");
        closing.put("seen", "0");
        assertThat(send("ZZ-END", "close", closing).statusCode()).isEqualTo(302);
        assertThat(administrator.get("/admin/bodies/CP11").body()).doesNotContain("ZZ-END");

        var refused = administrator.submit(
                "/admin/bodies/CP11",
                "/admin/bodies/CP11/appoint",
                Map.of("seat", "CP11.m4", "account", "admin", "organisation", "ZZ-END", "day", "2026-06-06"));
        refused(refused, "L’organisation « ZZ-END » n’existe pas ce jour-là");
        assertThat(memberships.openOn("CP11.m4").orElseThrow().isVacant()).isTrue();
    }

    private void found(String code, String name) {
        Map<String, String> founding = act("Loi fondatrice", FOUNDED);
        founding.put("code", code);
        founding.put("kind", "PUBLIC_INSTITUTION");
        founding.put("nameFr", name);
        var answer = submit(PAGE, founding);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private void belongsTo(String seat, String organisation) {
        database.sql("update membership set organisation = ? where seat = ? and valid_to is null")
                .params(organisation, seat)
                .update();
    }

    private Map<String, Object> recorded(String meeting) {
        Map<String, Object> record = new HashMap<>(stage.record(
                meeting,
                "chair.cp8",
                List.of("chair.cp8", "m1.cp8", "m3.cp8"),
                List.of(CommitteeStage.decided(1, "Le comité adopte le plan."))));
        record.put("actions", List.of(CommitteeStage.action(1, "Publier le plan", "m3.cp8", LocalDate.of(2027, 7, 1))));
        return record;
    }

    private String organisationOfAction(String meeting) {
        return database.sql("select organisation from action where meeting = ?")
                .param(meeting)
                .query(String.class)
                .single();
    }

    private static Map<String, String> act(String number, String on) {
        return new HashMap<>(Map.of("act", number, "on", on));
    }

    private HttpResponse<String> rename(String code, int seen, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("seen", String.valueOf(seen));
        return send(code, "rename", fields);
    }

    private HttpResponse<String> send(String code, String what, Map<String, String> fields) {
        return administrator.submit(PAGE + "/" + code, PAGE + "/" + code + "/" + what, fields);
    }

    private static void refused(HttpResponse<String> answer, String... sentences) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(sentences);
    }
}
