package ma.tansiq.committee.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.deadline.Deadlines;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/MeetingPreparation.bpmn} and the meeting meet. */
@Component
public class MeetingPreparationProcess {

    private static final Set<String> ATTENDANCE_TASKS = Set.of("Task_ConfirmAttendance", "Task_ReconfirmAttendance");

    private final Correlation correlation;
    private final TaskService tasks;
    private final Deadlines deadlines;
    private final MeetingManagement meetings;
    private final AgendaManagement agendas;
    private final MeetingFacts facts;

    MeetingPreparationProcess(
            Correlation correlation,
            TaskService tasks,
            Deadlines deadlines,
            MeetingManagement meetings,
            AgendaManagement agendas,
            MeetingFacts facts) {
        this.correlation = correlation;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.meetings = meetings;
        this.agendas = agendas;
        this.facts = facts;
    }

    @EventListener
    void on(MeetingManagement.Moved moved) {
        correlation.tell("MeetingRescheduled", moved.meeting());
        deadlines.recompute(moved.meeting());
    }

    @EventListener
    void on(MeetingManagement.CalledOff cancelled) {
        correlation.tell("MeetingCancelled", cancelled.meeting());
    }

    // what the diagram asks

    public boolean dateSet(String meeting) {
        return facts.meeting(meeting).isPlanned();
    }

    public boolean agendaNeeded(String meeting) {
        return !agendaApproved(meeting);
    }

    public boolean agendaApproved(String meeting) {
        return facts.meeting(meeting).agendaStatus() == AgendaStatus.APPROVED;
    }

    /** Who is asked to propose items: full members and the vice-chair. */
    public List<String> members(String meeting) {
        return facts.sheet(meeting).stream()
                .filter(each -> each.role() == MemberRole.FULL_MEMBER || each.role() == MemberRole.VICE_CHAIR)
                .map(Attendance::account)
                .toList();
    }

    public List<String> convoked(String meeting) {
        return facts.sheet(meeting).stream().map(Attendance::account).toList();
    }

    /** Those who have no open question about their attendance: they answered for the earlier date. */
    public List<String> toAskAgain(String meeting) {
        Set<String> stillAsked = tasks.createTaskQuery().processInstanceBusinessKey(meeting).unlimitedList().stream()
                .filter(task -> ATTENDANCE_TASKS.contains(task.getTaskDefinitionKey()))
                .map(Task::getAssignee)
                .collect(Collectors.toSet());
        return convoked(meeting).stream()
                .filter(each -> !stillAsked.contains(each))
                .toList();
    }

    public Date itemsClose(String meeting) {
        return Date.from(facts.intakeCloses(meeting));
    }

    public Date sessionStarts(String meeting) {
        return Date.from(facts.meeting(meeting).startsAt());
    }

    // what the diagram does

    public void announce(String meeting) {
        meetings.announce(meeting);
    }

    public void announceCancellation(String meeting) {
        meetings.announceCancellation(meeting);
    }

    public void distributeAgenda(String meeting) {
        agendas.distribute(meeting);
    }

    // what people answer

    public void planned(Answers answers) {
        meetings.plan(answers.businessKey(), answers.read(MeetingPreparationProcess::plan), answers.submitter());
    }

    public void itemsProposed(Answers answers) {
        List<Proposal> proposals = answers.read(fields -> fields.rows("items").stream()
                .map(MeetingPreparationProcess::proposal)
                .toList());
        agendas.propose(answers.businessKey(), proposals, answers.submitter());
    }

    public void agendaComposed(Answers answers) {
        Composition composition = answers.read(Composition::read);
        Map<Integer, String> byPosition = new TreeMap<>();
        composition.chosen().forEach(each -> place(byPosition, each.position(), each.matter()));
        for (Composition.Added each : composition.added()) {
            place(
                    byPosition,
                    each.position(),
                    agendas.add(answers.businessKey(), each.proposal(), answers.submitter()));
        }
        agendas.compose(answers.businessKey(), new ArrayList<>(byPosition.values()), answers.submitter());
    }

    private static void place(Map<Integer, String> byPosition, int position, String matter) {
        if (byPosition.put(position, matter) != null) {
            throw CommitteeRefusal.because("positionTwice", position);
        }
    }

    /** An agenda as its secretary composes it: matters that waited, and new ones. */
    private record Composition(List<Chosen> chosen, List<Added> added) {

        private record Chosen(int position, String matter) {}

        private record Added(int position, Proposal proposal) {}

        static Composition read(Fields fields) {
            return new Composition(
                    fields.rows("items").stream()
                            .filter(row -> row.has("position"))
                            .map(row -> new Chosen(position(row), row.requiredText("matter", 40)))
                            .toList(),
                    fields.rows("added").stream()
                            .map(row -> new Added(position(row), proposal(row)))
                            .toList());
        }

        private static int position(Fields row) {
            return row.wholeNumber("position", 1, 200);
        }
    }

    private static Proposal proposal(Fields row) {
        return new Proposal(row.requiredText("title", 200), row.requiredText("text", 10_000));
    }

    public void agendaReviewed(Answers answers) {
        if (answers.either("decision", "approve", "return")) {
            agendas.approve(answers.businessKey(), answers.submitter());
        } else {
            agendas.returnForChange(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    public void attendanceAnswered(Answers answers) {
        meetings.answer(
                answers.businessKey(),
                answers.submitter(),
                answers.choice("answer", AttendanceAnswer.class),
                answers.text("alternate", 64).orElse(null),
                answers.text("remark", 1_000).orElse(null));
    }

    // what forms show

    public String reference(String meeting) {
        return meeting;
    }

    public String bodyName(String meeting) {
        return facts.bodyName(meeting);
    }

    public int session(String meeting) {
        return facts.meeting(meeting).session();
    }

    public String place(String meeting) {
        return facts.meeting(meeting).place();
    }

    public String startsAt(String meeting) {
        return FormTexts.dateTime(facts.meeting(meeting).startsAt());
    }

    public String earliestDate(String meeting) {
        return FormTexts.date(facts.earliestDay(meeting));
    }

    public String intakeClosesText(String meeting) {
        return FormTexts.dateTime(facts.intakeCloses(meeting));
    }

    public String agendaRemark(String meeting) {
        return facts.meeting(meeting).agendaRemark().orElse("");
    }

    public Object backlog(String meeting) {
        return FormTexts.json(agendas.candidates(meeting).stream()
                .map(item -> Map.of(
                        "matter", item.matter(),
                        "title", item.title(),
                        "text", item.text(),
                        "position", item.position()))
                .toList());
    }

    public String agenda(String meeting) {
        return FormTexts.lines(facts.agenda(meeting).stream()
                .map(item ->
                        "**%d. %s** (%s)%n%n%s".formatted(item.position(), item.title(), item.matter(), item.text()))
                .toList());
    }

    public Object alternates(String meeting) {
        return FormTexts.options(facts.alternates(meeting));
    }

    static MeetingPlan plan(Fields fields) {
        Instant start = fields.dateTime("startsAt");
        int minutes = fields.has("durationMinutes") ? fields.wholeNumber("durationMinutes", 1, 720) : 120;
        return new MeetingPlan(
                start,
                start.plus(Duration.ofMinutes(minutes)),
                fields.requiredText("place", 300),
                fields.text("link", 500).orElse(null),
                fields.text("urgencyMotive", 1_000).orElse(null));
    }
}
