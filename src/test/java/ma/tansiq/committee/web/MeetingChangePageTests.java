package ma.tansiq.committee.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.session.ProgrammeCommitteeMeetingProcessTests;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people who move or call off one meeting: whoever comes second is told what the first one did. */
@TansiqTest
class MeetingChangePageTests {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement management;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient database;

    private Browser secretary;

    @BeforeEach
    void signIn() {
        database.sql("delete from sign_in_failure").update();
        secretary = new Browser(port).signIn("sec.cp3", "tansiq-demo");
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void staleMoveUndoesNoColleaguesMoveAndIsThereAgainAsTyped() {
        String meeting = stage.convened("CP3");
        String page = "/coordination/meetings/" + meeting + "/reschedule";
        String seen = seen(secretary.get(page));
        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Agenda chargé", "chair.cp3");

        HttpResponse<String> late = secretary.submit(page, page, move(seen, "2027-04-21", "10:00", "Salle 12"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("La réunion " + meeting + " a changé depuis que vous avez ouvert cette page")
                .contains("maintenant fixée au 04/05/2027 10:00, Rabat")
                .contains("value=\"2027-04-21\"", "value=\"Salle 12\"", "Salle prise");
        assertThat(meetings.required(meeting).startsAt())
                .isEqualTo(ProgrammeCommitteeMeetingProcessTests.movedTo(14).startsAt());

        assertThat(secretary
                        .submit(page, page, move(seen(late), "2027-04-21", "10:00", "Salle 12"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(meetings.required(meeting).place()).isEqualTo("Salle 12");
    }

    @Test
    void staleCancellationCallsOffNoSessionThatWasMovedSince() {
        String meeting = stage.convened("CP3");
        String page = "/coordination/meetings/" + meeting + "/cancel";
        String seen = seen(secretary.get(page));
        management.reschedule(meeting, ProgrammeCommitteeMeetingProcessTests.movedTo(14), "Agenda chargé", "chair.cp3");

        HttpResponse<String> late =
                secretary.submit(page, page, Map.of("seen", seen, "reason", "Président empêché le 20 avril"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("mardi 4 mai 2027", "Président empêché le 20 avril");
        assertThat(meetings.required(meeting).status().name()).isEqualTo("CONVENED");
        assertThat(secretary
                        .submit(page, page, Map.of("seen", seen(late), "reason", "Sans objet"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void nobodyIsToldThatASessionMovedWhichStaysWhereItIs() {
        String meeting = stage.convened("CP3");
        String page = "/coordination/meetings/" + meeting + "/reschedule";
        String seen = seen(secretary.get(page));

        HttpResponse<String> same =
                secretary.submit(page, page, move(seen, "2027-04-20", "10:00", "Rabat, salle des conférences"));

        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("Rien ne change", "Salle prise");
        assertThat(meetings.required(meeting).sequence())
                .as("no further invitation")
                .isZero();
    }

    @Test
    void slotsAreOfferedAndAClashIsToldBeforeItIsAccepted() {
        String other = stage.convened("CP3");
        String meeting = stage.convened("CP3");
        String page = "/coordination/meetings/" + meeting + "/reschedule";
        HttpResponse<String> form = secretary.get(page);
        assertThat(form.body()).contains("Créneaux proposés", "lundi 12 avril 2027, de 10:00 à 12:00");
        assertThat(secretary.get(page + "?slot=2027-04-12T10:00").body())
                .contains("value=\"2027-04-12\"", "value=\"10:00\"", "value=\"12:00\"");
        assertThat(secretary.get(page + "?slot=1999-01-01T10:00").body())
                .as("none that was offered")
                .contains("value=\"2027-04-20\"");

        Map<String, String> move = move(seen(form), "2027-04-20", "11:00", "Salle inconnue");
        move.remove("clashesKnown");
        HttpResponse<String> told = secretary.submit(page, page, move);
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body())
                .contains("déjà pris : ", other + " (10:00–12:00)", "name=\"clashesKnown\"", "Salle inconnue");
        move.put("clashesKnown", "true");
        assertThat(secretary.submit(page, page, move).statusCode()).isEqualTo(302);
        assertThat(secretary.get("/coordination/meetings/" + meeting).body())
                .contains("Date maintenue malgré des conflits", other + " (10:00–12:00)");
        management.cancel(other, "Essai", "sec.cp3");
        management.cancel(meeting, "Essai", "sec.cp3");
    }

    private static Map<String, String> move(String seen, String day, String from, String place) {
        Map<String, String> fields = new HashMap<>(Map.of("seen", seen, "day", day, "from", from, "to", "12:00"));
        fields.putAll(Map.of("place", place, "link", "", "urgencyMotive", "", "reason", "Salle prise"));
        fields.put("clashesKnown", "true");
        return fields;
    }

    private static String seen(HttpResponse<String> page) {
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).as("the form says what it was opened on").isTrue();
        return seen.group(1);
    }
}
