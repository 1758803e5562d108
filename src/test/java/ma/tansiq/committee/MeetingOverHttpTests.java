package ma.tansiq.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.WorkingDays;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first meeting of programme committee 11 as its people live it, by nothing but requests of a browser: signed in
 * through {@code /login}, tasks worked through Tasklist's own API, time moved on {@code /demo/clock}.
 */
@TansiqTest
class MeetingOverHttpTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final Map<String, Browser> people = new LinkedHashMap<>();

    @BeforeEach
    @AfterEach
    void atThePresent() {
        ClockUtil.reset();
        database.sql("delete from demonstration_clock").update();
        database.sql("delete from sign_in_failure").update();
    }

    @Test
    void committeeMeetsFromConvocationToSealedMinutesAndItsActionIsDone() throws IOException {
        LocalDate day = workingDays.plus(LocalDate.now(clock), 15);
        LocalDateTime session = day.atTime(10, 0);

        stage.forgetReviews("CP11");
        HttpResponse<String> opened = OpeningPage.open(as("sec.cp11"), "CP11");
        String meeting = opened.headers()
                .firstValue("Location")
                .map(location -> location.replaceFirst(".*/meetings/(CP11-[0-9-]+).*", "$1"))
                .orElseThrow(() -> new AssertionError(opened.statusCode() + opened.body()));

        does(
                "sec.cp11",
                meeting,
                "Task_PlanMeeting",
                Map.of("startsAt", session.toString(), "place", "Rabat", "clashesKnown", true));
        does("m1.cp11", meeting, "Task_ProposeItems", Map.of());
        does("m2.cp11", meeting, "Task_ProposeItems", Map.of());
        does("m3.cp11", meeting, "Task_ProposeItems", Map.of());
        does("m3.cp11", meeting, "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
        does("m1.cp11", meeting, "Task_ConfirmAttendance", Map.of("answer", "DELEGATED", "alternate", "alt1.cp11"));
        assertThat(as("alt1.cp11").get("/coordination/meetings/" + meeting).statusCode())
                .as("the alternate reads what the invitation links to")
                .isEqualTo(200);

        String compose = task("sec.cp11", meeting, "Task_ComposeAgenda");
        ArrayNode backlog = variable("sec.cp11", compose, "items");
        assertThat(backlog)
                .as("the chapter's three recommendations wait for the first agenda")
                .extracting(item -> item.path("title").asText())
                .anyMatch(title -> title.startsWith("Plan d’action triennal"))
                .anyMatch(title -> title.startsWith("Territorialisation"))
                .anyMatch(title -> title.startsWith("Communication interne"));
        does("sec.cp11", meeting, "Task_ComposeAgenda", Map.of("items", ranked(backlog)));
        does("chair.cp11", meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));

        clockGoesTo(session.plusMinutes(5));
        String record = task("sec.cp11", meeting, "Task_RecordSession");
        does("sec.cp11", meeting, "Task_RecordSession", record(record, backlog.size(), day));
        clockGoesTo(session.plusHours(2));
        does("chair.cp11", meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        clockGoesTo(session.plusHours(3));
        does("sec.cp11", meeting, "Task_DraftMinutes", minutes());
        clockGoesTo(workingDays.plus(day, 7).atTime(9, 0));
        does("chair.cp11", meeting, "Task_SignMinutes", Map.of("decision", "sign"));
        clockGoesTo(workingDays.plus(day, 7).atTime(10, 0));

        String page = as("m2.cp11").get("/coordination/meetings/" + meeting).body();
        assertThat(page).contains(meeting, "Adopté par le comité");
        String action = meeting + "-A1";
        does(
                "m1.cp11",
                action,
                "Task_ReportActionProgress",
                Map.of("progress", 100, "comment", "Fait", "evidence", "n° 4"));
        does("sec.cp11", action, "Task_ConfirmCompletion", Map.of("decision", "confirm"));

        assertThat(database.sql("select status from meeting where reference = :ref")
                        .param("ref", meeting)
                        .query(String.class)
                        .single())
                .isEqualTo("MINUTES_APPROVED");
        await("mails about the meeting leave").until(() -> unsentMails(meeting) == 0);
        assertThat(mails(meeting)).contains("convocation", "reminder", "agenda", "decisions", "minutes");
    }

    private int unsentMails(String reference) {
        return database.sql("select count(*) from mail where reference = :ref and state <> 'SENT'")
                .param("ref", reference)
                .query(Integer.class)
                .single();
    }

    private List<String> mails(String reference) {
        return database.sql("select distinct template from mail where reference = :ref")
                .param("ref", reference)
                .query(String.class)
                .list();
    }

    private Browser as(String person) {
        return people.computeIfAbsent(person, each -> new Browser(port).signIn(each, "tansiq-demo"));
    }

    private void does(String person, String reference, String kind, Map<String, ?> answers) throws IOException {
        String id = task(person, reference, kind);
        assertThat(as(person)
                        .engine("POST", "task/" + id + "/claim", JSON.writeValueAsString(Map.of("userId", person))))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(204);
        HttpResponse<String> answer =
                as(person).engine("POST", "task/" + id + "/submit-form", JSON.writeValueAsString(variables(answers)));
        assertThat(answer.statusCode()).as(kind + ": " + answer.body()).isIn(200, 204);
    }

    private String task(String person, String reference, String kind) throws IOException {
        JsonNode found = JSON.readTree(as(person)
                .engine(
                        "GET",
                        "task?maxResults=50&processInstanceBusinessKey=" + reference + "&taskDefinitionKey=" + kind,
                        "")
                .body());
        assertThat(found)
                .as("%s of %s for %s in %s", kind, reference, person, found)
                .hasSize(1);
        return found.get(0).path("id").asText();
    }

    private ArrayNode variable(String person, String task, String name) throws IOException {
        String answer = as(person)
                .engine("GET", "task/" + task + "/form-variables?deserializeValues=false&variableNames=" + name, "")
                .body();
        return (ArrayNode)
                JSON.readTree(JSON.readTree(answer).path(name).path("value").asText());
    }

    private static Map<String, Object> variables(Map<String, ?> answers) throws IOException {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (Map.Entry<String, ?> each : answers.entrySet()) {
            Object value = each.getValue();
            typed.put(
                    each.getKey(),
                    value instanceof String || value instanceof Number
                            ? Map.of("value", value)
                            : Map.of("type", "Json", "value", JSON.writeValueAsString(value)));
        }
        return Map.of("variables", typed);
    }

    private static ArrayNode ranked(ArrayNode backlog) {
        int position = 1;
        for (JsonNode row : backlog) {
            ((ObjectNode) row).put("position", position++);
        }
        return backlog;
    }

    private Map<String, Object> record(String task, int items, LocalDate day) throws IOException {
        ArrayNode attendance = variable("sec.cp11", task, "attendance");
        assertThat(attendance)
                .as("nobody is present by default")
                .extracting(row -> row.path("account").asText() + " "
                        + row.path("presence").asText())
                .contains("m1.cp11 REPRESENTED", "m2.cp11 ", "m3.cp11 PRESENT");
        for (JsonNode row : attendance) {
            if (row.path("presence").asText().isEmpty()) {
                ((ObjectNode) row).put("presence", "PRESENT");
            }
        }
        ArrayNode outcomes = variable("sec.cp11", task, "items");
        assertThat(outcomes).hasSize(items);
        for (JsonNode row : outcomes) {
            ((ObjectNode) row).put("outcome", "DECIDED").put("decision", "Adopté par le comité");
        }
        Map<String, Object> action = Map.of(
                "item",
                1,
                "title",
                "Rédiger le plan triennal",
                "owner",
                "m1.cp11",
                "dueOn",
                day.plusDays(60).toString());
        return Map.of(
                "presidedBy", "chair.cp11", "attendance", attendance, "items", outcomes, "actions", List.of(action));
    }

    private static Map<String, Object> minutes() {
        return Map.of(
                "introduction", "La séance est ouverte.", "discussions", List.of(), "closing", "La séance est levée.");
    }

    private void clockGoesTo(LocalDateTime time) {
        HttpResponse<String> moved = as("coord").submit("/demo/clock", "/demo/clock", Map.of("to", time.toString()));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    }
}
