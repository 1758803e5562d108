package ma.tansiq.committee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.Browser;

/**
 * A meeting of committee 11 by requests alone, patient with an application that dies: a step is repeated until it is
 * acknowledged, or until its task is gone although the answer was lost.
 */
final class MeetingScript {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MortalApplication application;
    private final Map<String, Browser> people = new LinkedHashMap<>();
    private String meeting = "";
    private LocalDateTime session = LocalDateTime.MIN;

    /** The script is wrong: repeating it would not help. */
    private static final class Refused extends Error {

        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /** What somebody answers, made from the task that asks. */
    private interface Answer {
        Map<String, ?> to(String task) throws IOException;
    }

    MeetingScript(MortalApplication application) {
        this.application = application;
    }

    /** From the opening to the signed decisions. */
    MeetingScript meets() {
        application.until("a meeting is opened", this::opens);
        does("sec.cp11", "Task_PlanMeeting", task -> {
            LocalDate day = LocalDate.parse(text("sec.cp11", task, "earliestDate"), DATE);
            session = day.atTime(10, 0);
            return Map.of("startsAt", session.toString(), "place", "Rabat", "clashesKnown", true);
        });
        for (String member : List.of("m1.cp11", "m2.cp11", "m3.cp11")) {
            does(member, "Task_ProposeItems", task -> Map.of());
        }
        does("m1.cp11", "Task_ConfirmAttendance", task -> Map.of("answer", "ACCEPTED"));
        does("sec.cp11", "Task_ComposeAgenda", task -> Map.of("items", numbered(rows("sec.cp11", task, "items"))));
        does("chair.cp11", "Task_ApproveAgenda", task -> Map.of("decision", "approve"));
        clockGoesTo(session.plusMinutes(5));
        does("sec.cp11", "Task_RecordSession", this::record);
        clockGoesTo(session.plusHours(2));
        does("chair.cp11", "Task_SignDecisions", task -> Map.of("decision", "sign"));
        return this;
    }

    /** From the signed decisions to the sealed minutes. */
    MeetingScript seals() {
        clockGoesTo(session.plusHours(3));
        does(
                "sec.cp11",
                "Task_DraftMinutes",
                task -> Map.of("introduction", "Ouverture.", "discussions", List.of(), "closing", "Clôture."));
        clockGoesTo(session.plusDays(14));
        does("chair.cp11", "Task_SignMinutes", task -> Map.of("decision", "sign"));
        clockGoesTo(session.plusDays(14).plusHours(1));
        return this;
    }

    String meeting() {
        return meeting;
    }

    private boolean opens() {
        HttpResponse<String> opened = OpeningPage.open(as("sec.cp11"), "CP11");
        meeting = opened.headers()
                .firstValue("Location")
                .filter(location -> location.contains("/meetings/CP11-"))
                .map(location -> location.replaceFirst(".*/meetings/(CP11-[0-9-]+).*", "$1"))
                .orElse("");
        return !meeting.isEmpty();
    }

    private void does(String person, String kind, Answer answer) {
        boolean[] submitted = new boolean[1];
        application.until(person + " does " + kind, () -> {
            JsonNode found = tasks(person, kind);
            if (found.isEmpty()) {
                return submitted[0];
            }
            String task = found.get(0).path("id").asText();
            claim(person, task);
            Map<String, ?> answers = answer.to(task);
            submitted[0] = true;
            HttpResponse<String> done = as(person).engine("POST", "task/" + task + "/submit-form", json(answers));
            if (done.statusCode() == 422) {
                throw new Refused(kind + ": " + done.body());
            }
            return done.statusCode() < 300;
        });
    }

    private void claim(String person, String task) throws IOException {
        as(person).engine("POST", "task/" + task + "/claim", JSON.writeValueAsString(Map.of("userId", person)));
    }

    private JsonNode tasks(String person, String kind) throws IOException {
        HttpResponse<String> answer = as(person)
                .engine(
                        "GET",
                        "task?maxResults=50&processInstanceBusinessKey=" + meeting + "&taskDefinitionKey=" + kind,
                        "");
        if (answer.statusCode() != 200) {
            people.remove(person);
            throw new AssertionError(answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private Map<String, ?> record(String task) throws IOException {
        ArrayNode items = rows("sec.cp11", task, "items");
        items.forEach(row -> ((ObjectNode) row).put("outcome", "DECIDED").put("decision", "Adopté"));
        ArrayNode attendance = rows("sec.cp11", task, "attendance");
        attendance.forEach(row -> ((ObjectNode) row).put("presence", "PRESENT"));
        return Map.of("presidedBy", "chair.cp11", "attendance", attendance, "items", items, "actions", List.of());
    }

    private static ArrayNode numbered(ArrayNode rows) {
        int position = 1;
        for (JsonNode row : rows) {
            ((ObjectNode) row).put("position", position++);
        }
        return rows;
    }

    private ArrayNode rows(String person, String task, String name) throws IOException {
        return (ArrayNode) JSON.readTree(text(person, task, name));
    }

    private String text(String person, String task, String name) throws IOException {
        String answer = as(person)
                .engine("GET", "task/" + task + "/form-variables?deserializeValues=false&variableNames=" + name, "")
                .body();
        return JSON.readTree(answer).path(name).path("value").asText();
    }

    private static String json(Map<String, ?> answers) throws IOException {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (Map.Entry<String, ?> each : answers.entrySet()) {
            typed.put(
                    each.getKey(),
                    each.getValue() instanceof String text
                            ? Map.of("value", text)
                            : Map.of("type", "Json", "value", JSON.writeValueAsString(each.getValue())));
        }
        return JSON.writeValueAsString(Map.of("variables", typed));
    }

    /** Refused as not ahead when a killed application had moved the clock but could not say so. */
    private void clockGoesTo(LocalDateTime time) {
        application.until("the clock goes to " + time, () -> {
            int status = as("coord")
                    .submit("/demo/clock", "/demo/clock", Map.of("to", time.toString()))
                    .statusCode();
            if (status != 200 && status != 422) {
                people.remove("coord");
            }
            return status == 200 || status == 422;
        });
    }

    private Browser as(String person) {
        return people.computeIfAbsent(person, each -> new Browser(application.port()).signIn(each, "tansiq-demo"));
    }
}
