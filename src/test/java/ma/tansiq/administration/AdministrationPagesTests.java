package ma.tansiq.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.OpeningPage;
import ma.tansiq.committee.body.Mandates;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators do on their pages: days off (rule D2), seats and mandates (rules A1, A1b). */
class AdministrationPagesTests extends Administrators {

    private static final String HOLIDAYS = "/admin/holidays";

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Holidays holidays;

    @Autowired
    TaskService tasks;

    @Autowired
    Mandates mandates;

    @Autowired
    Clock clock;

    @Test
    void startPageNamesWhatWaitsForAnAdministrator() {
        assertThat(administrator.get("/admin").body())
                .contains("Objectifs spécifiques sans nom : 17", "OSP7", "OSP23", "/admin/bodies", "/admin/interims");
    }

    @Test
    void exceptionalDayIsAddedAndWithdrawnAndBothStayOnRecord() {
        LocalDate day = LocalDate.of(2041, 3, 5);
        assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);

        var added = administrator.submit(
                HOLIDAYS,
                HOLIDAYS,
                Map.of("year", "2041", "day", "2041-03-05", "name", "Jour de deuil", "act", "Décret 2-41-7"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
        assertThat(added.headers().firstValue("Location").orElseThrow()).endsWith("?year=2041&moved=0");
        assertThat(workingDays.isWorkingDay(day)).isFalse();

        var withdrawn = administrator.submit(
                HOLIDAYS,
                HOLIDAYS + "/EXCEPTIONAL-2041-03-05/withdraw",
                Map.of("year", "2041", "day", "2041-03-05", "act", "Décret 2-41-8", "seen", "1"));
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(302);
        assertThat(workingDays.isWorkingDay(day)).isTrue();
        assertThat(administrator.get(HOLIDAYS + "?year=2041").body())
                .contains("Décret 2-41-7", "Décret 2-41-8")
                .as("words, no references")
                .doesNotContain(">EXCEPTIONAL-2041-03-05<");
        assertThat(administrator.get("/admin/audit").body())
                .contains(
                        "Jour exceptionnel ajouté",
                        "Jour exceptionnel retiré",
                        "Décret 2-41-8",
                        "05/03/2041 · Jour de deuil")
                .doesNotContain("EXCEPTIONAL-");
    }

    @Test
    void dayThatIsPastIsAskedAboutFirst() {
        LocalDate day = LocalDate.of(2024, 3, 5);
        assertThat(workingDays.isWorkingDay(day)).isTrue();
        Map<String, String> typed =
                Map.of("year", "2024", "day", day.toString(), "name", "Deuil passé", "act", "Décret 2-24-7");

        var asked = administrator.submit(HOLIDAYS, HOLIDAYS, typed);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("Le 05/03/2024 est passé", "name=\"sure\"", "Deuil passé", "Décret 2-24-7");
        assertThat(workingDays.isWorkingDay(day)).isTrue();

        Map<String, String> sure = new HashMap<>(typed);
        sure.put("sure", "true");
        assertThat(administrator.submit(HOLIDAYS, HOLIDAYS, sure).statusCode()).isEqualTo(302);
        assertThat(workingDays.isWorkingDay(day)).isFalse();
        var again = administrator.submit(HOLIDAYS, HOLIDAYS, sure);
        assertThat(again.statusCode()).as("whoever was slower").isEqualTo(409);
        assertThat(again.body()).contains("Une autre personne a déjà ajouté le 05/03/2024", "Décret 2-24-7");

        Map<String, String> back = Map.of("year", "2024", "day", day.toString(), "act", "Décret 2-24-8", "seen", "1");
        String withdraw = HOLIDAYS + "/EXCEPTIONAL-2024-03-05/withdraw";
        assertThat(administrator.submit(HOLIDAYS, withdraw, back).statusCode()).isEqualTo(422);
        Map<String, String> surely = new HashMap<>(back);
        surely.put("sure", "true");
        assertThat(administrator.submit(HOLIDAYS, withdraw, surely).statusCode())
                .isEqualTo(302);
        assertThat(workingDays.isWorkingDay(day)).isTrue();
    }

    @Test
    void religiousDayIsPlacedAndAWrongDateIsRefusedWithWhatWasTyped() {
        var holiday = holidays.between(LocalDate.of(2042, 1, 1), LocalDate.of(2042, 12, 31)).stream()
                .filter(each -> each.key().equals("ID_UL_ADHA"))
                .findFirst()
                .orElseThrow();
        String address = HOLIDAYS + "/" + holiday.reference();

        var far = administrator.submit(
                HOLIDAYS,
                address,
                Map.of(
                        "year", "2042",
                        "day", holiday.firstDay().plusDays(9).toString(),
                        "act", "Communiqué 9",
                        "seen", "0"));
        assertThat(far.statusCode()).isEqualTo(422);
        assertThat(far.body()).contains("Communiqué 9", "jours de la date estimée");

        var noDay = administrator.submit(
                HOLIDAYS, address, Map.of("year", "2042", "day", "demain", "act", "C", "seen", "0"));
        assertThat(noDay.statusCode()).isEqualTo(422);

        LocalDate next = holiday.firstDay().plusDays(1);
        var placed = administrator.submit(
                HOLIDAYS, address, Map.of("year", "2042", "day", next.toString(), "act", "Communiqué 10", "seen", "0"));
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(302);
        var now = holidays.find(holiday.reference()).orElseThrow();
        assertThat(now.firstDay()).isEqualTo(next);
        assertThat(now.confirmed()).isTrue();
    }

    @Test
    void mandateEndsItsTasksAreFreeAndTheSeatIsGivenAgain() {
        LocalDate today = LocalDate.now(clock);
        String page = "/admin/bodies/CP9";
        var late = administrator.submit(
                page, page + "/end", Map.of("seat", "CP9.m1", "account", "somebody", "day", today.toString()));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("a changé de titulaire");

        Task task = taskTakenBy("sec.cp9");
        String seat = database.sql("select seat from membership where account = 'sec.cp9' and valid_to is null")
                .query(String.class)
                .single();

        var ended = administrator.submit(
                page,
                page + "/end",
                Map.of(
                        "seat",
                        seat,
                        "account",
                        "sec.cp9",
                        "day",
                        today.minusDays(1).toString()));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(302);
        assertThat(mandates.groupsOf("sec.cp9", today)).doesNotContain("CP9-secretary");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).taskUnassigned().count())
                .as("what the person had taken is free for the office again")
                .isOne();

        var appointed = administrator.submit(
                page, page + "/appoint", Map.of("seat", seat, "account", "sec.cp9", "day", today.toString()));
        assertThat(appointed.statusCode()).as(appointed.body()).isEqualTo(302);
        assertThat(mandates.groupsOf("sec.cp9", today)).contains("CP9-secretary");
        assertThat(administrator.get(page).body())
                .as("who made the change, and which")
                .contains("Historique", "Titulaire nommé", "Fin de mandat", "sec.cp9 · ");
        Browser auditor = signedIn("audit");
        assertThat(auditor.get(page).statusCode())
                .as("web.md: the audit trail alone is also for auditors")
                .isEqualTo(403);
        assertThat(auditor.get("/admin/audit").body())
                .contains("Titulaire nommé")
                .doesNotContain("/admin/bodies");
    }

    @Test
    void assumedSeatAndCadenceAreConfirmedWithTheirSourceOnRecord() {
        String page = "/admin/bodies/CP2";
        String confirm = page + "/confirm";
        assertThat(administrator
                        .submit(page, confirm, Map.of("seat", "CP2.m1", "reason", " "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(administrator
                        .submit(page, confirm, Map.of("seat", "CP3.m1", "reason", "x"))
                        .statusCode())
                .as("a seat of another body")
                .isEqualTo(422);

        var seat = administrator.submit(page, confirm, Map.of("seat", "CP2.m1", "reason", "Arrêté 3-26"));
        assertThat(seat.statusCode()).as(seat.body()).isEqualTo(302);
        var cadence =
                administrator.submit(page, confirm, Map.of("shown", "P4M", "reason", "Règlement intérieur, art. 4"));
        assertThat(cadence.statusCode()).as(cadence.body()).isEqualTo(302);

        assertThat(database.sql("select bool_or(assumption) from membership where seat = 'CP2.m1'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(database.sql("select cadence_confidence from body where code = 'CP2'")
                        .query(String.class)
                        .single())
                .isEqualTo("CONFIRMED");
        assertThat(administrator.get(page).body())
                .contains("Siège confirmé", "Arrêté 3-26", "Cadence confirmée", "Règlement intérieur, art. 4");
        var again = administrator.submit(page, confirm, Map.of("seat", "CP2.m1", "reason", "Arrêté 3-26 bis"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("CP2.m1 est déjà confirmé");
    }

    @Test
    void cadenceIsChangedWithItsSourceAndWrongPeriodsAreRefusedWithWhatWasTyped() {
        String page = "/admin/bodies/CP9";
        String change = page + "/cadence";
        for (String wrong : List.of("", "0", "-3", "1.5", "25", "quatre")) {
            var refused = administrator.submit(
                    page, change, Map.of("shown", "P4M", "months", wrong, "reason", "Circulaire 7"));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body())
                    .as(wrong)
                    .contains("nombre entier de mois, de 1 à 24", "value=\"" + wrong + "\"", "value=\"Circulaire 7\"");
        }
        var unexplained = administrator.submit(page, change, Map.of("shown", "P4M", "months", "3", "reason", " "));
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(cadenceOf("CP9")).isEqualTo("P4M");

        var changed =
                administrator.submit(page, change, Map.of("shown", "P4M", "months", "3", "reason", "Circulaire 7"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
        assertThat(cadenceOf("CP9")).isEqualTo("P3M");
        assertThat(administrator.get(page).body())
                .contains("tous les 3 mois", "Cadence changée", "Circulaire 7")
                .doesNotContain("Confirmer la cadence");

        var stale = administrator.submit(page, change, Map.of("shown", "P4M", "months", "6", "reason", "Circulaire 8"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("modifiée entre-temps", "Circulaire 8", "value=\"6\"", "tous les 3 mois");
        var same = administrator.submit(page, change, Map.of("shown", "P3M", "months", "3", "reason", "Circulaire 9"));
        assertThat(same.statusCode()).isEqualTo(422);
        var back = administrator.submit(page, change, Map.of("shown", "P3M", "months", "4", "reason", "Circulaire 10"));
        assertThat(back.statusCode()).isEqualTo(302);
    }

    /** Rule A1: whom the strategy's file did not foresee; a vice-chair presides where the chair does not. */
    @Test
    void viceChairGetsASeatWithoutANewFileAndWhatIsWrongIsToldAtOnce() {
        String page = "/admin/bodies/CP7/seat";
        assertThat(administrator.get("/admin/bodies/CP7").body()).contains(page);
        assertThat(administrator.get(page).body()).contains("Vice-présidence").doesNotContain("value=\"CHAIR\"");
        var wrong = submit(
                page,
                Map.of(
                        "name",
                        "Vice Chair",
                        "role",
                        "BOSS",
                        "category",
                        "INSTITUTION",
                        "organisation",
                        "XX",
                        "day",
                        "2027-01-04",
                        "reason",
                        " "));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("4 réponses", "Le nom du siège", "Choisissez la qualité", "« XX »", "la source ou le motif")
                .contains("value=\"Vice Chair\"");
        var seat = new HashMap<>(Map.of(
                "name",
                "vice",
                "role",
                "VICE_CHAIR",
                "category",
                "INSTITUTION",
                "day",
                "2020-02-03",
                "reason",
                "Arrêté 7"));
        for (Map.Entry<String, String> each : Map.of(
                        "name", "m1", "role", "CHAIR", "alternateOf", "CP7.m1", "day", "hier")
                .entrySet()) {
            var refused = new HashMap<>(seat);
            refused.put(each.getKey(), each.getValue());
            assertThat(submit(page, refused).statusCode()).as(each.toString()).isEqualTo(422);
        }
        assertThat(signedIn("sec.cp7").get(page).statusCode()).isEqualTo(403);

        assertThat(submit(page, seat).statusCode()).isEqualTo(302);
        assertThat(submit(page, seat).body()).contains("CP7.vice existe déjà");
        assertThat(administrator.get("/admin/bodies/CP7").body()).contains("CP7.vice", "Siège ajouté", "Arrêté 7");
        var appointed = administrator.submit(
                "/admin/bodies/CP7",
                "/admin/bodies/CP7/appoint",
                Map.of("seat", "CP7.vice", "account", "m1.cp5", "organisation", "", "day", "2020-02-03"));
        assertThat(appointed.statusCode()).as(appointed.body()).isEqualTo(302);
        assertThat(database.sql("select group_id_ from act_id_membership where user_id_ = 'm1.cp5'")
                        .query(String.class)
                        .list())
                .contains("CP7-member");
    }

    @Test
    void bodyAtTheTopMeetsByDecisionOnly() {
        var refused = administrator.submit(
                "/admin/bodies/CI", "/admin/bodies/CI/cadence", Map.of("shown", "", "months", "6", "reason", "Usage"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("CI se réunit sur décision seulement");
        assertThat(administrator.get("/admin/bodies/CI").body()).doesNotContain("Changer la cadence");
    }

    private String cadenceOf(String body) {
        return database.sql("select cadence from body where code = :code")
                .param("code", body)
                .query(String.class)
                .single();
    }

    /** The first task of a meeting of CP9 that this secretary opens. */
    private Task taskTakenBy(String secretary) {
        var opened = OpeningPage.open(signedIn(secretary), "CP9");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
        String reference = opened.headers().firstValue("Location").orElseThrow().replaceAll(".*/|\\?.*", "");
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskCandidateGroup("CP9-secretary")
                .includeAssignedTasks()
                .list()
                .get(0);
        tasks.setAssignee(task.getId(), secretary);
        return task;
    }

    @Test
    void othersMayNotAdminister() {
        Browser secretary = signedIn("sec.cp6");
        assertThat(secretary.get("/admin/bodies").statusCode()).isEqualTo(403);
        assertThat(secretary
                        .submit("/", HOLIDAYS, Map.of("day", "2041-03-06", "name", "x", "act", "x"))
                        .statusCode())
                .isEqualTo(403);
    }
}
