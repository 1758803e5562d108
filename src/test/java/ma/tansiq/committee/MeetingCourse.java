package ma.tansiq.committee;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.engine.OpenTask;

/** One meeting from its opening to its end, which may be left before any step and taken up again. */
final class MeetingCourse {

    /** What people and the engine do, in this order; a programme committee ends when its minutes are sealed. */
    enum Step {
        PLAN,
        PROPOSE,
        COMPOSE,
        APPROVE,
        SEND_AGENDA,
        CONFIRM,
        START,
        RECORD,
        DRAFT_RECORD,
        SIGN,
        DISPATCH,
        DRAFT_MINUTES,
        REVIEW,
        RESOLVE,
        SIGN_MINUTES,
        SEAL,
        RETURN_EXTRACTS,
        ACKNOWLEDGE
    }

    private final CommitteeStage stage;
    private final String body;
    private final List<String> titles;
    private final Map<String, Object> outcome;
    private final String reference;
    private Step next = Step.PLAN;
    private LocalDateTime session;

    MeetingCourse(CommitteeStage stage, String body, List<String> titles, Map<String, Object> outcome) {
        this.stage = stage;
        this.body = body;
        this.titles = titles;
        this.outcome = outcome;
        this.session = CommitteeStage.session(body);
        stage.itIs(CommitteeStage.MORNING);
        this.reference = stage.openBeside(body);
    }

    static MeetingCourse deciding(CommitteeStage stage, String body, String title) {
        return new MeetingCourse(
                stage,
                body,
                List.of(title),
                Map.of("outcome", "DECIDED", "decision", "Adopté.", "discussion", "Débat"));
    }

    static MeetingCourse referring(CommitteeStage stage, String body, List<String> titles) {
        return new MeetingCourse(
                stage, body, titles, Map.of("outcome", "REFERRED_UP", "discussion", "Dépasse le comité"));
    }

    String reference() {
        return reference;
    }

    String body() {
        return body;
    }

    String action() {
        return reference + "-A1";
    }

    LocalDateTime session() {
        return session;
    }

    /** Takes every step before that one. */
    MeetingCourse upTo(Step step) {
        while (next != step) {
            take(next);
        }
        return this;
    }

    /** Takes every step that is left. */
    void toItsEnd() {
        while (!stage.ended(reference)) {
            take(next);
        }
    }

    /** The step that comes next after something out of the ordinary. */
    MeetingCourse from(Step step) {
        next = step;
        return this;
    }

    /** The session is held that many days later. */
    MeetingCourse moved(int days) {
        session = session.plusDays(days);
        return this;
    }

    /** Without what the form of an earlier diagram does not ask. */
    private Map<String, Object> earlierForm() {
        Map<String, Object> answers = new HashMap<>(CommitteeStage.plan(session));
        answers.remove("clashesKnown");
        return answers;
    }

    private void take(Step step) {
        setClock(step);
        switch (step) {
            case PLAN -> does(secretary(body), "Task_PlanMeeting", earlierForm());
            case PROPOSE -> propose();
            case COMPOSE ->
                does(
                        secretary(body),
                        "Task_ComposeAgenda",
                        Map.of("items", stage.ranked(reference, titles.toArray(String[]::new))));
            case APPROVE -> does(chair(body), "Task_ApproveAgenda", Map.of("decision", "approve"));
            case CONFIRM -> confirm();
            case START -> stage.fires(reference, "Timer_SessionStarts");
            case RECORD -> record();
            case SIGN -> does(chair(body), "Task_SignDecisions", Map.of("decision", "sign"));
            case DRAFT_MINUTES ->
                does(
                        secretary(body),
                        "Task_DraftMinutes",
                        Map.of(
                                "introduction",
                                "Ouverte à 10 h.",
                                "discussions",
                                List.of(),
                                "closing",
                                "Levée à 12 h."));
            case REVIEW -> review();
            case RESOLVE -> resolve();
            case SIGN_MINUTES -> does(chair(body), "Task_SignMinutes", Map.of("decision", "sign"));
            case SEND_AGENDA, DRAFT_RECORD, DISPATCH, SEAL, RETURN_EXTRACTS -> stage.engineWorksOnce(reference);
            case ACKNOWLEDGE -> acknowledge();
        }
        next = step == Step.ACKNOWLEDGE ? step : Step.values()[step.ordinal() + 1];
    }

    /** Before the session everything happens in one morning, from its start on at its hour. */
    void setClock(Step step) {
        stage.itIs(step.compareTo(Step.START) < 0 ? CommitteeStage.MORNING : session);
    }

    /** What was referred to the body waits already. */
    private void propose() {
        if (body.startsWith("CP")) {
            does(
                    member(body, 1),
                    "Task_ProposeItems",
                    Map.of("items", CommitteeStage.proposals(titles.toArray(String[]::new))));
        }
        stage.fires(reference, "Timer_ItemsClosed");
    }

    private void confirm() {
        if (!stage.open(reference, "Task_ConfirmAttendance").isEmpty()) {
            does(member(body, 2), "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
            stage.fires(reference, "Timer_ConfirmationsClosed");
        }
    }

    private void record() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int position = 1; position <= titles.size(); position++) {
            Map<String, Object> item = new HashMap<>(outcome);
            item.put("position", position);
            items.add(item);
        }
        List<String> present = List.of(chair(body), member(body, 1), member(body, 2), member(body, 3));
        Map<String, Object> record = new HashMap<>(stage.record(reference, chair(body), present, items));
        if (outcome.containsKey("decision")) {
            LocalDate due = LocalDate.of(2027, 6, 30);
            record.put("actions", List.of(CommitteeStage.action(1, "Rédiger", member(body, 1), due)));
        }
        does(secretary(body), "Task_RecordSession", record);
    }

    private void review() {
        does(
                member(body, 1),
                "Task_ReviewMinutes",
                Map.of("decision", "reserve", "item", 1, "reservation", "Il fut dit « avant juin »"));
        stage.fires(reference, "Timer_SilencePeriod");
    }

    private void resolve() {
        Map<String, Object> resolution = new HashMap<>(Map.of("account", member(body, 1), "reply", "Exact"));
        resolution.put("followed", outcome.containsKey("decision") ? "yes" : "no");
        if (outcome.containsKey("decision")) {
            resolution.put("alteredDecision", "Adopté avant juin.");
        }
        does(secretary(body), "Task_ResolveReservations", Map.of("reservations", List.of(resolution)));
    }

    private void acknowledge() {
        for (OpenTask task : stage.open(reference, "Task_AcknowledgeExtract")) {
            stage.does(secretary(origin(task)), task, Map.of());
        }
    }

    /** The body to which the extract of that task goes back. */
    static String origin(OpenTask task) {
        return task.candidateGroups().iterator().next().replace("-secretary", "");
    }

    private void does(String person, String kind, Map<String, ?> answers) {
        stage.does(person, reference, kind, answers);
    }
}
