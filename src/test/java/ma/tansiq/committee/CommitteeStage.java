package ma.tansiq.committee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Groups;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.Opening;
import ma.tansiq.engine.Acting;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import ma.tansiq.engine.Tasks;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * People of a committee acting on their tasks, as they would in Tasklist, and time passing as the diagrams see it: a
 * timer fires when a test says so, by its element id.
 */
@Component
public class CommitteeStage {

    /** A Monday without holiday near it. */
    public static final LocalDateTime MORNING = LocalDateTime.of(2027, 4, 5, 9, 0);

    public static final LocalDateTime SESSION = LocalDateTime.of(2027, 4, 20, 10, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** When a body meets that is convened in the morning: the interministerial committee leaves more notice (rule A3). */
    public static LocalDateTime session(String body) {
        return body.equals("CI") ? SESSION.plusDays(14) : SESSION;
    }

    private final Tasks tasks;
    private final Acting acting;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final MeetingManagement meetings;
    private final AgendaManagement agendas;
    private final AttendanceSheets sheets;
    private final TaskService service;
    private final Refusals refusals;
    private final JdbcClient database;

    @SuppressWarnings("TooManyParameters")
    CommitteeStage(
            Tasks tasks,
            Acting acting,
            RuntimeService runtime,
            ManagementService management,
            MeetingManagement meetings,
            AgendaManagement agendas,
            AttendanceSheets sheets,
            TaskService service,
            Refusals refusals,
            JdbcClient database) {
        this.tasks = tasks;
        this.acting = acting;
        this.runtime = runtime;
        this.management = management;
        this.meetings = meetings;
        this.agendas = agendas;
        this.sheets = sheets;
        this.service = service;
        this.refusals = refusals;
        this.database = database;
    }

    public void itIs(LocalDateTime time) {
        ClockUtil.setCurrentTime(Date.from(instant(time)));
    }

    public static Instant instant(LocalDateTime time) {
        return time.atZone(LegalTime.ZONE).toInstant();
    }

    public String open(String body) {
        forgetReviews(body);
        return openBeside(body);
    }

    /** As {@link #open}, and minutes of the body that are being read come first on its agenda (rule C5). */
    public String openBeside(String body) {
        if (body.equals("CI")) {
            return openedByDecision();
        }
        Set<String> others =
                meetings.openOf(body).stream().map(Meeting::reference).collect(Collectors.toSet());
        return meetings.open(body, new Opening("Essai", others), secretary(body))
                .value();
    }

    /** A session at the top rests on a decision of its own each time (rule A2). */
    private String openedByDecision() {
        String decision = UUID.randomUUID().toString();
        return meetings.openByDecision("CI", decision, "2020-01-02", "coord").value();
    }

    /** Minutes of that body that earlier tests left in review come on no agenda any more. */
    public void forgetReviews(String body) {
        database.sql("""
                        update minutes p set status = 'SEALED' from meeting m
                         where m.reference = p.meeting and m.body = ? and p.status in ('DRAFT', 'IN_REVIEW')""").param(body).update();
    }

    /** Completes that person's task of this kind, claiming it first when it is offered to a group. */
    public void does(String person, String reference, String kind, Map<String, ?> answers) {
        does(person, taskOf(person, reference, kind), answers);
    }

    /** Completes that task, claiming it first when it is offered to a group. */
    public void does(String person, OpenTask task, Map<String, ?> answers) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, "", List.of()));
        try {
            if (task.assignee().isEmpty()) {
                tasks.claim(task.id(), person);
            }
            tasks.complete(task.id(), answers);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    public OpenTask taskOf(String person, String reference, String kind) {
        return open(reference, kind).stream()
                .filter(task -> task.assignee()
                        .map(person::equals)
                        .orElse(task.candidateGroups().stream().anyMatch(acting.groupsOf(person)::contains)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no %s for %s about %s, but %s".formatted(kind, person, reference, openKinds(reference))));
    }

    /** What the form of that person's task shows or has filled in already under that name. */
    public JsonNode shown(String person, String reference, String kind, String name) {
        TypedValue value =
                service.getVariableTyped(taskOf(person, reference, kind).id(), name, false);
        try {
            return value instanceof SerializableValue json
                    ? JSON.readTree(json.getValueSerialized())
                    : JSON.valueToTree(value.getValue());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }

    /** What that person is told when the answers to the task are refused, in French. */
    public String toldWhen(String person, String reference, String kind, Map<String, ?> answers) {
        try {
            does(person, reference, kind, answers);
        } catch (Refusal refusal) {
            return refusals.sentence(refusal, Locale.FRENCH);
        }
        throw new AssertionError(kind + " was not refused");
    }

    public List<OpenTask> open(String reference, String kind) {
        return tasks.openFor(reference).stream()
                .filter(task -> task.kind().equals(kind))
                .toList();
    }

    public List<String> openKinds(String reference) {
        return tasks.openFor(reference).stream()
                .map(OpenTask::kind)
                .distinct()
                .sorted()
                .toList();
    }

    /** Fires the timer of that element, as the engine would when its time comes. */
    public void fires(String reference, String element) {
        List<Job> due = instances(reference).stream()
                .flatMap(each ->
                        management.createJobQuery().processInstanceId(each.getId()).activityId(element).list().stream())
                .toList();
        if (due.isEmpty()) {
            throw new AssertionError("no timer " + element + " about " + reference);
        }
        due.forEach(job -> management.executeJob(job.getId()));
    }

    /** When the timer of that element will fire. */
    public Instant dueOf(String reference, String element) {
        return instances(reference).stream()
                .flatMap(each ->
                        management.createJobQuery().processInstanceId(each.getId()).activityId(element).list().stream())
                .map(job -> job.getDuedate().toInstant())
                .findFirst()
                .orElseThrow();
    }

    /** Runs what the engine does by itself after a commit. */
    public void engineWorks(String reference) {
        while (!messages(reference).isEmpty()) {
            engineWorksOnce(reference);
        }
    }

    /** Runs what the engine is to do by itself now, and leaves what follows from it. */
    void engineWorksOnce(String reference) {
        messages(reference).forEach(job -> management.executeJob(job.getId()));
    }

    private List<Job> messages(String reference) {
        return instances(reference).stream()
                .flatMap(each -> management.createJobQuery().processInstanceId(each.getId()).messages().list().stream())
                .toList();
    }

    List<ProcessInstance> instances(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list();
    }

    /** Ends the part of a review that waits for reports, where there is one: at its cut-off, with none of them. */
    public void closesReports(String review) {
        engineWorks(review);
        boolean waits = instances(review).stream()
                .anyMatch(each -> management
                                .createJobQuery()
                                .processInstanceId(each.getId())
                                .activityId("Timer_ReportsCutOff")
                                .count()
                        > 0);
        if (waits) {
            fires(review, "Timer_ReportsCutOff");
            does(
                    secretary(Groups.bodyOf(review)),
                    review,
                    "Task_ConsolidateProgress",
                    Map.of("summary", "Rien n'est parvenu."));
            engineWorks(review);
        }
        stopReports();
    }

    /** Ends all that waits for reports of programmes. */
    public void stopReports() {
        runtime.createProcessInstanceQuery().processDefinitionKey("ProgressReporting").list().stream()
                .filter(each -> each.getRootProcessInstanceId().equals(each.getId()))
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test over"));
    }

    /** Ends what goes on about that reference, where no path of the diagram would within a test; no meeting waits on. */
    public void stop(String reference) {
        instances(reference).stream()
                .filter(each -> each.getRootProcessInstanceId().equals(each.getId()))
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test over"));
        database.sql(
                        "update meeting set status = 'CANCELLED' where reference = ? and status in ('PLANNED', 'CONVENED')")
                .param(reference)
                .update();
    }

    public boolean ended(String reference) {
        return instances(reference).isEmpty();
    }

    // the path of a meeting, step by step

    /** Opens and plans a meeting of the body and confirms nothing yet; the convocation has left. */
    public String convened(String body) {
        itIs(MORNING);
        String reference = open(body);
        does(secretary(body), reference, "Task_PlanMeeting", plan(session(body)));
        return reference;
    }

    /** A convened meeting whose agenda is approved and sent, with these items. */
    public String prepared(String body, String... titles) {
        String reference = convened(body);
        does(member(body, 1), reference, "Task_ProposeItems", Map.of("items", proposals(titles)));
        fires(reference, "Timer_ItemsClosed");
        does(secretary(body), reference, "Task_ComposeAgenda", Map.of("items", ranked(reference, titles)));
        does(chair(body), reference, "Task_ApproveAgenda", Map.of("decision", "approve"));
        engineWorks(reference);
        return reference;
    }

    /** A prepared meeting whose session has opened. */
    public String inSession(String body, String... titles) {
        String reference = prepared(body, titles);
        fires(reference, "Timer_ConfirmationsClosed");
        itIs(session(body));
        fires(reference, "Timer_SessionStarts");
        return reference;
    }

    /** A meeting whose minutes are sealed, with one action that its first member carries out. */
    public String sealed(String body) {
        String reference = inSession(body, "Point A");
        List<String> present = List.of(chair(body), member(body, 1));
        Map<String, Object> record = new java.util.HashMap<>(
                record(reference, chair(body), present, List.of(decided(1, "Le comité adopte le guide."))));
        record.put("actions", List.of(action(1, "Rédiger le guide", member(body, 1), LocalDate.of(2027, 6, 30))));
        does(secretary(body), reference, "Task_RecordSession", record);
        engineWorks(reference);
        does(chair(body), reference, "Task_SignDecisions", Map.of("decision", "sign"));
        engineWorks(reference);
        does(
                secretary(body),
                reference,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte à 10 h.", "discussions", List.of(), "closing", "Levée à 12 h."));
        fires(reference, "Timer_SilencePeriod");
        does(chair(body), reference, "Task_SignMinutes", Map.of("decision", "sign"));
        engineWorks(reference);
        return reference;
    }

    public static Map<String, Object> plan(LocalDateTime start) {
        return Map.of(
                "startsAt",
                start.toString(),
                "durationMinutes",
                120,
                "place",
                "Rabat, salle des conférences",
                "clashesKnown",
                true);
    }

    public static List<Map<String, Object>> proposals(String... titles) {
        return java.util.Arrays.stream(titles)
                .map(title -> Map.<String, Object>of("title", title, "text", "Exposé : " + title))
                .toList();
    }

    /** The candidates with these titles in this order, as the form of the agenda sends them. */
    public List<Map<String, Object>> ranked(String reference, String... titles) {
        List<AgendaItem> candidates = agendas.candidates(reference);
        List<Map<String, Object>> rows = new java.util.ArrayList<>();
        for (String title : titles) {
            AgendaItem found = candidates.stream()
                    .filter(each -> each.title().equals(title))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            rows.add(Map.of("matter", found.matter(), "position", rows.size() + 1));
        }
        return rows;
    }

    /** A record in which those named are present, everybody else is excused, and each item has that outcome. */
    public Map<String, Object> record(
            String reference, String presiding, List<String> present, List<Map<String, Object>> items) {
        List<Map<String, Object>> attendance = sheets.of(reference).stream()
                .map(each -> Map.<String, Object>of(
                        "account",
                        each.account(),
                        "presence",
                        present.contains(each.account()) ? "PRESENT" : "EXCUSED"))
                .toList();
        return Map.of("presidedBy", presiding, "attendance", attendance, "items", items, "actions", List.of());
    }

    public static Map<String, Object> decided(int position, String text) {
        return Map.of("position", position, "outcome", "DECIDED", "decision", text, "discussion", "Débat");
    }

    public static Map<String, Object> action(int position, String title, String owner, LocalDate due) {
        return Map.of("item", position, "title", title, "owner", owner, "dueOn", due.toString());
    }

    public static String secretary(String body) {
        return "sec." + body.toLowerCase(Locale.ROOT);
    }

    public static String chair(String body) {
        return "chair." + body.toLowerCase(Locale.ROOT);
    }

    public static String member(String body, int number) {
        return "m" + number + "." + body.toLowerCase(Locale.ROOT);
    }
}
