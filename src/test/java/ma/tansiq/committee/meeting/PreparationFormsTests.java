package ma.tansiq.committee.meeting;

import static ma.tansiq.committee.CommitteeStage.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.paper.MatterFiling;
import ma.tansiq.document.Incoming;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.FormTexts;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the forms before a session show, keep and refuse. */
@TansiqTest
class PreparationFormsTests {

    private static final String COMPOSE = "Task_ComposeAgenda";
    private static final String CONFIRM = "Task_ConfirmAttendance";
    private static final String APPROVE = "Task_ApproveAgenda";

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement management;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    MatterFiling filing;

    @Autowired
    Accounts accounts;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void everythingThatIsWrongWithAPlanIsToldAtOnce() {
        stage.itIs(CommitteeStage.MORNING);
        String meeting = stage.open("CP1");

        assertThat(stage.toldWhen(
                                "sec.cp1",
                                meeting,
                                "Task_PlanMeeting",
                                Map.of("startsAt", "2027-04-04T10:00", "durationMinutes", 800, "place", " "))
                        .lines())
                .containsExactly(
                        "3 réponses sont à revoir :",
                        "• « Durée prévue, en minutes » doit être compris entre 1 et 720.",
                        "• « Lieu » est à remplir.",
                        "• La date de la séance est passée : choisissez une date à venir.");
        assertThat(stage.toldWhen("sec.cp1", meeting, "Task_PlanMeeting", Map.of("place", "Rabat")))
                .as("no rule about a date that is not there")
                .isEqualTo("« Date de la séance » et « Heure » sont à remplir tous les deux.");
        assertThat(stage.toldWhen("sec.cp1", meeting, "Task_PlanMeeting", Map.of("startsAt", "", "place", ""))
                        .lines())
                .as("a date without its hour arrives as none")
                .containsExactly(
                        "2 réponses sont à revoir :",
                        "• « Date de la séance » et « Heure » sont à remplir tous les deux.",
                        "• « Lieu » est à remplir.");
    }

    @Test
    void proxyIsGivenInTheAnswerToTheConvocationWithinTheRule() {
        String meeting = stage.convened("CP9");
        assertThat(stage.shown("m1.cp9", meeting, CONFIRM, "proxyHolders"))
                .extracting(option -> option.path("value").asText())
                .containsExactly("chair.cp9", "m2.cp9", "m3.cp9");
        assertThat(stage.shown("obs1.cp9", meeting, CONFIRM, "proxyHolders")).isEmpty();
        stage.does("m3.cp9", meeting, CONFIRM, Map.of("answer", "DECLINED"));

        assertThat(stage.toldWhen("m1.cp9", meeting, CONFIRM, Map.of("answer", "PROXY")))
                .isEqualTo("Choisissez qui porte la procuration de " + nameOf("m1.cp9") + ".");
        assertThat(stage.toldWhen("m1.cp9", meeting, CONFIRM, proxy("m1.cp9")))
                .isEqualTo(nameOf("m1.cp9") + " ne peut pas se donner procuration.");
        assertThat(stage.toldWhen("m1.cp9", meeting, CONFIRM, proxy("obs1.cp9")))
                .startsWith(nameOf("obs1.cp9") + " n’a pas voix délibérative et ne peut pas porter la procuration");
        assertThat(stage.toldWhen("m1.cp9", meeting, CONFIRM, proxy("m3.cp9")))
                .startsWith(nameOf("m3.cp9") + " n’est pas en séance en personne");
        assertThat(stage.toldWhen("obs1.cp9", meeting, CONFIRM, proxy("chair.cp9")))
                .startsWith(nameOf("obs1.cp9") + " n’a pas voix délibérative et n’a donc pas de procuration");
        stage.does("m1.cp9", meeting, CONFIRM, proxy("chair.cp9"));
        assertThat(stage.toldWhen("m2.cp9", meeting, CONFIRM, proxy("chair.cp9")))
                .isEqualTo(nameOf("chair.cp9")
                        + " peut porter au plus une procuration, et en porterait 2 : changez l’une des lignes.");
        assertThat(stage.toldWhen("m2.cp9", meeting, CONFIRM, proxy("m1.cp9")))
                .as("who gave a proxy is not there to hold one")
                .startsWith(nameOf("m1.cp9") + " n’est pas en séance en personne");

        assertThat(sheets.of(meeting, "m1.cp9")).hasValueSatisfying(each -> {
            assertThat(each.answer()).isEqualTo(AttendanceAnswer.PROXY);
            assertThat(each.alternate()).isEqualTo("chair.cp9");
        });
        assertThat(database.sql(
                                "select template || ' ' || recipient from mail where subject like ? and template like 'proxy%'")
                        .param("%" + meeting + "%")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("proxy-held chair.cp9", "proxy-given m1.cp9");
    }

    @Test
    void levelWithoutProxiesOffersAndAcceptsNone() {
        String meeting = stage.convened("CI");

        assertThat(stage.shown("m1.ci", meeting, CONFIRM, "proxyHolders")).isEmpty();
        assertThat(stage.toldWhen("m1.ci", meeting, CONFIRM, proxy("m2.ci")))
                .startsWith("Les procurations ne sont pas admises dans cette instance");
        management.cancel(meeting, "Sans objet", "sec.ci");
    }

    private static Map<String, Object> proxy(String holder) {
        return Map.of("answer", "PROXY", "proxyHolder", holder);
    }

    @Test
    void noSessionMeetsTheFridayPrayerOrLeavesTheHoursOfRamadan() {
        stage.itIs(LocalDateTime.of(2027, 1, 4, 9, 0));
        String meeting = stage.open("CP1");

        assertThat(stage.toldWhen("sec.cp1", meeting, "Task_PlanMeeting", plan("2027-01-22T12:30", 60)))
                .isEqualTo("Vendredi, la prière a lieu entre 12:00 et 14:30 : fixez la séance avant ou après.");
        assertThat(stage.toldWhen("sec.cp1", meeting, "Task_PlanMeeting", plan("2027-02-16T15:00", 60)))
                .isEqualTo("Pendant le ramadan, les séances se tiennent entre 10:00 et 14:00 : changez l’heure ou la"
                        + " durée.");

        stage.does("sec.cp1", meeting, "Task_PlanMeeting", plan("2027-01-22T10:00", 120));
        assertThatThrownBy(() -> management.reschedule(
                        meeting,
                        new MeetingPlan(
                                CommitteeStage.instant(LocalDateTime.of(2027, 1, 29, 11, 30)),
                                CommitteeStage.instant(LocalDateTime.of(2027, 1, 29, 12, 30)),
                                "Rabat",
                                null,
                                null,
                                true),
                        "Salle prise",
                        "sec.cp1"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.hours.FRIDAY_PRAYER");
    }

    @Test
    void noSessionTakesPlaceAtNightOrBehindALinkThatRunsSomething() {
        stage.itIs(LocalDateTime.of(2027, 1, 4, 9, 0));
        String meeting = stage.open("CP1");
        Map<String, Object> night = new HashMap<>(plan("2027-01-21T03:00", 60));
        night.put("link", "javascript:alert(1)");

        assertThat(stage.toldWhen("sec.cp1", meeting, "Task_PlanMeeting", night).lines())
                .containsExactly(
                        "2 réponses sont à revoir :",
                        "• L’adresse de la visioconférence commence par https:// ou http:// : collez l’adresse entière, ou"
                                + " écrivez un simple texte sans deux-points, comme un numéro de salle.",
                        "• Les séances commencent et se terminent entre 07:00 et 21:00 : changez l’heure ou la durée.");

        Map<String, Object> room = new HashMap<>(plan("2027-01-21T10:00", 60));
        room.put("link", "Salle 12, poste 40");
        stage.does("sec.cp1", meeting, "Task_PlanMeeting", room);
        MeetingPlan elsewhere = new MeetingPlan(
                CommitteeStage.instant(LocalDateTime.of(2027, 1, 21, 10, 0)),
                CommitteeStage.instant(LocalDateTime.of(2027, 1, 21, 11, 0)),
                "Rabat",
                "data:text/html,x",
                null,
                true);
        assertThatThrownBy(() -> management.reschedule(meeting, elsewhere, "Visioconférence", "sec.cp1"))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.linkScheme");
    }

    @Test
    void paperFiledAfterTheSubmissionIsMarkedAndApprovedOnlyOnceItIsSeen() {
        String meeting = composed("CP4", "Point A", "Point B", "Point C");
        String early = agendas.candidates(meeting).get(0).matter();
        stage.itIs(CommitteeStage.MORNING.plusDays(1));
        filing.attach(meeting, early, note("Note tardive.txt"), "sec.cp4");
        assertThat(stage.shown("chair.cp4", meeting, APPROVE, "agenda").asText())
                .contains("Note tardive.txt", "**déposé le 06/04/2027 09:00, après la soumission**");
        JsonNode offered = stage.shown("chair.cp4", meeting, APPROVE, "late");
        assertThat(offered).hasSize(1);
        assertThat(offered.get(0).get("label").asText())
                .isEqualTo("« Note tardive.txt » (point 1, déposé le 06/04/2027 09:00)");
        String seen = offered.get(0).get("value").asText();

        assertThat(stage.toldWhen("chair.cp4", meeting, APPROVE, Map.of("decision", "approve")))
                .startsWith("Déposé depuis que l’ordre du jour vous est soumis, et pas encore coché comme vu :"
                        + " « Note tardive.txt » (point 1, déposé le 06/04/2027 09:00).");
        stage.itIs(CommitteeStage.MORNING.plusDays(1).plusHours(1));
        filing.attach(meeting, early, note("Pendant.txt"), "sec.cp4");
        assertThat(stage.toldWhen(
                        "chair.cp4", meeting, APPROVE, Map.of("decision", "approve", "latePapers", List.of(seen))))
                .as("one that came while the form was open")
                .contains("« Pendant.txt » (point 1, déposé le 06/04/2027 10:00)")
                .doesNotContain("Note tardive");

        List<String> both = new java.util.ArrayList<>();
        stage.shown("chair.cp4", meeting, APPROVE, "late")
                .forEach(each -> both.add(each.get("value").asText()));
        stage.does("chair.cp4", meeting, APPROVE, Map.of("decision", "approve", "latePapers", both));
        assertThat(stage.openKinds(meeting)).doesNotContain(APPROVE);
        management.cancel(meeting, "Essai", "sec.cp4");
    }

    @Test
    void agendaSubmittedAgainBringsItsPapersInTime() {
        String meeting = composed("CP4", "Point A", "Point B", "Point C");
        stage.itIs(CommitteeStage.MORNING.plusDays(1));
        filing.attach(meeting, agendas.candidates(meeting).get(0).matter(), note("Note.txt"), "sec.cp4");
        stage.does("chair.cp4", meeting, APPROVE, Map.of("decision", "return", "remark", "Ajouter la note."));
        stage.itIs(CommitteeStage.MORNING.plusDays(2));
        stage.does("sec.cp4", meeting, COMPOSE, Map.of("items", stage.ranked(meeting, "Point A")));

        assertThat(stage.shown("chair.cp4", meeting, APPROVE, "late")).isEmpty();
        stage.does("chair.cp4", meeting, APPROVE, Map.of("decision", "approve"));
        management.cancel(meeting, "Essai", "sec.cp4");
    }

    private static Map<String, Object> plan(String start, int minutes) {
        return Map.of("startsAt", start, "durationMinutes", minutes, "place", "Rabat", "clashesKnown", true);
    }

    @Test
    void returnedAgendaIsThereAgainWithTheRemarkAndWhoMadeIt() {
        String meeting = composed("CP2", "Point A", "Point B", "Point C");
        assertThat(stage.shown("chair.cp2", meeting, APPROVE, "returned").asText())
                .isEmpty();

        stage.does("chair.cp2", meeting, APPROVE, Map.of("decision", "return", "remark", "Le point B d'abord."));

        assertThat(stage.shown("sec.cp2", meeting, COMPOSE, "remark").asText())
                .contains(nameOf("chair.cp2"), "05/04/2027 09:00", "Le point B d'abord.");
        assertThat(stage.shown("sec.cp2", meeting, COMPOSE, "items"))
                .filteredOn(row -> row.path("title").asText().startsWith("Point "))
                .extracting(row ->
                        row.path("title").asText() + " " + row.path("position").asText())
                .as("what was left out stays so")
                .contains("Point A 1", "Point B 2", "Point C ");
        stage.does("sec.cp2", meeting, COMPOSE, Map.of("items", stage.ranked(meeting, "Point B", "Point A")));
        assertThat(stage.shown("chair.cp2", meeting, APPROVE, "returned").asText())
                .contains("Le point B d'abord.");
        stage.does("chair.cp2", meeting, APPROVE, Map.of("decision", "approve"));
    }

    @Test
    void whoeverApprovesReadsEachItemWithItsProposerAndPapers() {
        String meeting = stage.convened("CP3");
        stage.does("m1.cp3", meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals("Point A")));
        stage.fires(meeting, "Timer_ItemsClosed");
        JsonNode item = row(stage.shown("sec.cp3", meeting, COMPOSE, "items"), "Point A");
        filing.attach(meeting, item.path("matter").asText(), note("Note de cadrage.txt"), "sec.cp3");
        stage.does("sec.cp3", meeting, COMPOSE, Map.of("items", stage.ranked(meeting, "Point A")));

        assertThat(stage.shown("chair.cp3", meeting, APPROVE, "agenda").asText())
                .contains("1. Point A", "Exposé : Point A", "proposée par " + nameOf("m1.cp3"))
                .containsPattern("\\[Note de cadrage\\.txt]\\(/documents/[0-9a-f-]{36}\\)");
    }

    @Test
    void everythingThatIsWrongWithAnAgendaIsToldAtOnceAndNothingIsOpened() {
        String meeting = stage.convened("CP4");
        stage.does(
                "m1.cp4",
                meeting,
                "Task_ProposeItems",
                Map.of("items", CommitteeStage.proposals("Point A", "Point B")));
        stage.fires(meeting, "Timer_ItemsClosed");
        List<Map<String, Object>> ranked = stage.ranked(meeting, "Point A", "Point B");
        Map<String, Object> second = new HashMap<>(ranked.get(1));
        second.put("position", 1);
        int waiting = stage.shown("sec.cp4", meeting, COMPOSE, "items").size();

        assertThat(stage.toldWhen(
                                "sec.cp4",
                                meeting,
                                COMPOSE,
                                Map.of(
                                        "items",
                                        List.of(
                                                ranked.get(0),
                                                second,
                                                Map.of("matter", "SNIA-1999-0001", "position", 3)),
                                        "added",
                                        List.of(
                                                Map.of("position", 4, "title", "Divers", "text", ""),
                                                Map.of("position", 5, "title", "Suivi", "text", "Le suivi."))))
                        .lines())
                .containsExactly(
                        "3 réponses sont à revoir :",
                        "• « Points ajoutés par le secrétariat, 1 : Exposé et ce qui est demandé à l’instance » est à remplir.",
                        "• La question SNIA-1999-0001 n’attend pas l’ordre du jour de cette réunion.",
                        "• Le rang 1 est donné à deux points : « Point A » et « Point B ». Donnez à chacun le sien.");
        assertThat(stage.shown("sec.cp4", meeting, COMPOSE, "items")).hasSize(waiting);
        assertThat(stage.toldWhen("sec.cp4", meeting, COMPOSE, Map.of("items", List.of())))
                .isEqualTo("Donnez un rang à au moins un point.");
    }

    @Test
    void onlyTheAlternateOfTheSeatOrOrganisationIsOfferedAndAccepted() {
        String meeting = stage.convened("CP5");
        assertThat(stage.shown("m1.cp5", meeting, "Task_ConfirmAttendance", "alternates"))
                .extracting(option -> option.path("value").asText())
                .containsExactly("alt1.cp5");
        assertThat(stage.shown("m2.cp5", meeting, "Task_ConfirmAttendance", "alternates"))
                .as("alternates of another seat are not offered")
                .isEmpty();
        assertThat(stage.toldWhen(
                                "m2.cp5",
                                meeting,
                                "Task_ConfirmAttendance",
                                Map.of("answer", "DELEGATED", "alternate", "alt1.cp6", "remark", "a".repeat(1_001)))
                        .lines())
                .containsExactly(
                        "2 réponses sont à revoir :",
                        "• « Remarque au secrétariat (facultatif) » est trop long : 1000 caractères au plus, 1001 reçus.",
                        "• %s ne peut pas représenter %s le jour de la séance : seul le suppléant de son siège ou de"
                                        .formatted(nameOf("alt1.cp6"), nameOf("m2.cp5"))
                                + " son organisation le peut.");
        assertThat(stage.toldWhen(
                        "m2.cp5",
                        meeting,
                        "Task_ConfirmAttendance",
                        Map.of("answer", "DELEGATED", "alternate", "alt1.cp5")))
                .startsWith("%s ne peut pas représenter %s".formatted(nameOf("alt1.cp5"), nameOf("m2.cp5")));
        assertThat(stage.shown("m2.cp5", meeting, "Task_ConfirmAttendance", "startsAt")
                        .asText())
                .isEqualTo(FormTexts.dateTime(CommitteeStage.instant(SESSION)));
    }

    private String composed(String body, String... titles) {
        String cp = body.toLowerCase(java.util.Locale.ROOT);
        String meeting = stage.convened(body);
        stage.does("m1." + cp, meeting, "Task_ProposeItems", Map.of("items", CommitteeStage.proposals(titles)));
        stage.fires(meeting, "Timer_ItemsClosed");
        assertThat(row(stage.shown("sec." + cp, meeting, COMPOSE, "items"), titles[2])
                        .path("position")
                        .asInt())
                .as("at first every candidate has a rank")
                .isPositive();
        stage.does("sec." + cp, meeting, COMPOSE, Map.of("items", stage.ranked(meeting, titles[0], titles[1])));
        return meeting;
    }

    private static JsonNode row(JsonNode rows, String title) {
        for (JsonNode row : rows) {
            if (row.path("title").asText().equals(title)) {
                return row;
            }
        }
        throw new AssertionError(title + " is not among " + rows);
    }

    private static Incoming note(String name) {
        return new Incoming(name, "text/plain", new ByteArrayInputStream("Note.".getBytes(StandardCharsets.UTF_8)));
    }

    private String nameOf(String account) {
        return accounts.find(account).orElseThrow().name();
    }
}
