package ma.tansiq.committee.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.matter.RepeatedDeferrals;
import ma.tansiq.deadline.Deadlines;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OpenForms;
import ma.tansiq.engine.Problems;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/MeetingPreparation.bpmn} and the meeting meet. */
@Component
public class MeetingPreparationProcess {

    private static final String HOLIDAY_SETTLED = "HolidaySettled";
    private static final Set<String> ATTENDANCE_TASKS = Set.of("Task_ConfirmAttendance", "Task_ReconfirmAttendance");

    private final Correlation correlation;
    private final TaskService tasks;
    private final Deadlines deadlines;
    private final OpenForms forms;
    private final MeetingManagement meetings;
    private final AgendaManagement agendas;
    private final MeetingFacts facts;
    private final Participants participants;
    private final Returns returns;
    private final AgendaTexts texts;
    private final SessionsOnHolidays holidays;
    private final QuorumTexts quorum;
    private final LatePapers late;
    private final MeetingSlots slots;
    private final PreviousMinutes previous;
    private final RepeatedDeferrals deferrals;
    private final DecisionsOfOthers others;

    @SuppressWarnings("TooManyParameters")
    MeetingPreparationProcess(
            Correlation correlation,
            TaskService tasks,
            Deadlines deadlines,
            OpenForms forms,
            MeetingManagement meetings,
            AgendaManagement agendas,
            MeetingFacts facts,
            Participants participants,
            Returns returns,
            AgendaTexts texts,
            SessionsOnHolidays holidays,
            QuorumTexts quorum,
            LatePapers late,
            MeetingSlots slots,
            PreviousMinutes previous,
            RepeatedDeferrals deferrals,
            DecisionsOfOthers others) {
        this.others = others;
        this.correlation = correlation;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.forms = forms;
        this.meetings = meetings;
        this.agendas = agendas;
        this.facts = facts;
        this.participants = participants;
        this.returns = returns;
        this.texts = texts;
        this.holidays = holidays;
        this.quorum = quorum;
        this.late = late;
        this.slots = slots;
        this.previous = previous;
        this.deferrals = deferrals;
    }

    @EventListener
    void on(MeetingManagement.Moved moved) {
        correlation.tell("MeetingRescheduled", moved.meeting());
        deadlines.recompute(moved.meeting());
        forms.refresh(moved.meeting());
    }

    /** An agenda that is being composed offers what waits now. */
    @EventListener
    void on(AgendaManagement.BacklogChanged changed) {
        refreshFormsOf(changed.body());
    }

    /** Whoever exercises the chair now may preside sessions that wait for their record. */
    @EventListener
    void on(Membership.InterimNamed named) {
        refreshFormsOf(named.body().code());
    }

    @EventListener
    void on(Membership.InterimEnded ended) {
        refreshFormsOf(ended.body().code());
    }

    private void refreshFormsOf(String body) {
        meetings.openOf(body).forEach(each -> forms.refresh(each.reference()));
    }

    @EventListener
    void on(MeetingManagement.CalledOff cancelled) {
        correlation.tell("MeetingCancelled", cancelled.meeting());
    }

    /** Asks once, however often the day off is ruled on; not where no preparation waits for it. */
    @EventListener
    void on(SessionsOnHolidays.Asked asked) {
        if (!correlation.awaits(HOLIDAY_SETTLED, asked.meeting())) {
            correlation.tellIfAwaited("SessionOnHoliday", asked.meeting());
        }
    }

    @EventListener
    void on(SessionsOnHolidays.Settled settled) {
        correlation.tellIfAwaited(HOLIDAY_SETTLED, settled.meeting());
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

    /** Whether a meeting that was called off had held a sitting, whose decisions stand. */
    public boolean heldBefore(String meeting) {
        return facts.meeting(meeting).status() == MeetingStatus.HELD;
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
                .map(task -> task.getOwner() == null ? task.getAssignee() : task.getOwner())
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
        Problems problems = new Problems();
        Fields fields = answers.gathering(problems);
        MeetingPlan plan = plan(fields);
        if (!fields.sound("startsAt", "slot")) {
            problems.refuse();
        }
        meetings.plan(answers.businessKey(), plan, problems, answers.submitter());
    }

    public void itemsProposed(Answers answers) {
        List<Proposal> proposals = answers.read(fields -> fields.rows("items", Proposal::read));
        agendas.propose(answers.businessKey(), proposals, answers.submitter());
    }

    public void agendaComposed(Answers answers) {
        Problems problems = new Problems();
        AgendaDraft draft = AgendaDraft.read(answers.gathering(problems));
        agendas.compose(answers.businessKey(), draft, answers.asks("first"), problems, answers.submitter());
    }

    public void agendaReviewed(Answers answers) {
        if (answers.either("decision", "approve", "return")) {
            Set<String> seen = answers.asks("latePapers") ? Set.copyOf(answers.texts("latePapers")) : null;
            RepeatedDeferrals.Answer repeated =
                    answers.asks("repeatedDecision") ? answers.read(MeetingPreparationProcess::repeated) : null;
            agendas.approve(answers.businessKey(), seen, repeated, answers.submitter());
        } else {
            agendas.returnForChange(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    private static RepeatedDeferrals.Answer repeated(Fields fields) {
        return new RepeatedDeferrals.Answer(
                fields.optionalEither("repeatedDecision", "keep", "drop").orElse(null),
                Set.copyOf(fields.texts("dropped")),
                fields.text("dropMotive", 2_000).orElse(null));
    }

    public void attendanceAnswered(Answers answers) {
        Problems problems = new Problems();
        Fields fields = answers.gathering(problems);
        AttendanceReply reply = AttendanceReply.read(fields);
        if (!fields.sound("answer")) {
            problems.refuse();
        }
        meetings.answer(answers.businessKey(), answers.submitter(), reply, problems);
    }

    public void holidayDecided(Answers answers) {
        if (answers.either("decision", "maintain", "reschedule")) {
            holidays.maintain(answers.businessKey(), answers.requiredText("motive", 2_000), answers.submitter());
            return;
        }
        Problems problems = new Problems();
        Fields fields = answers.gathering(problems);
        MeetingPlan plan = plan(fields);
        String reason = fields.text("reason", 2_000).orElse("");
        if (!fields.sound("startsAt")) {
            if (reason.isBlank()) {
                problems.add(CommitteeRefusal.because("missing.reason"));
            }
            problems.refuse();
        }
        meetings.rescheduleInstead(answers.businessKey(), plan, reason, problems, answers.submitter());
    }

    // what forms show

    public String reference(String meeting) {
        return meeting;
    }

    public String bodyName(String meeting) {
        return facts.bodyName(meeting);
    }

    /** Kept for meetings prepared by an earlier diagram, whose form to plan shows the number of the convocation. */
    public int session(String meeting) {
        return facts.meeting(meeting).session();
    }

    public String quorumToPlan(String meeting) {
        return quorum.toPlan(meeting);
    }

    public String quorumToAnswer(String meeting) {
        return quorum.toAnswer(meeting);
    }

    public String place(String meeting) {
        return facts.meeting(meeting).place();
    }

    public String startsAt(String meeting) {
        return facts.startsAtText(meeting);
    }

    public long durationMinutes(String meeting) {
        Meeting planned = facts.meeting(meeting);
        return Duration.between(planned.startsAt(), planned.endsAt()).toMinutes();
    }

    public String link(String meeting) {
        return facts.meeting(meeting).link().orElse("");
    }

    /** Name of the day off that the session falls on. */
    public String holiday(String meeting) {
        return holidays.nameAt(facts.meeting(meeting).startsAt());
    }

    /** Why the session that is to go on was suspended; empty for one that begins. */
    public Object suspension(String meeting) {
        Meeting planned = facts.meeting(meeting);
        return planned.isSuspended() ? FormTexts.text(FormTexts.verbatim(planned.changeReason())) : "";
    }

    public String earliestDate(String meeting) {
        return FormTexts.date(facts.earliestDay(meeting));
    }

    /** As a form compares it with what is chosen. */
    public String earliestDay(String meeting) {
        return facts.earliestDay(meeting).toString();
    }

    /** When the session may be, as a form offers it. */
    public Object slots(String meeting) {
        return slots.options(meeting);
    }

    public String referralsClose(String meeting) {
        return slots.closing(meeting);
    }

    public String intakeClosesText(String meeting) {
        return FormTexts.dateTime(facts.intakeCloses(meeting));
    }

    /** Who returned the agenda, and why; empty when nobody did since it was last approved. */
    public Object agendaRemark(String meeting) {
        return facts.meeting(meeting).agendaRemark().isPresent() ? returns.latest(meeting, "AGENDA_RETURNED") : "";
    }

    /** Every candidate has its rank, until the agenda came back: then what was left out stays so. */
    public Object backlog(String meeting) {
        boolean returned = facts.meeting(meeting).agendaStatus() == AgendaStatus.RETURNED;
        Set<String> placed =
                facts.agenda(meeting).stream().map(AgendaItem::matter).collect(Collectors.toSet());
        return FormTexts.json(agendas.candidates(meeting).stream()
                .map(item -> candidate(item, !returned || placed.contains(item.matter())))
                .toList());
    }

    private static Map<String, Object> candidate(AgendaItem item, boolean ranked) {
        Map<String, Object> row =
                new LinkedHashMap<>(Map.of("matter", item.matter(), "title", item.title(), "text", item.text()));
        if (ranked) {
            row.put("position", item.position());
        }
        return row;
    }

    /** What comes first on the agenda by itself, a line each; empty when nothing does. */
    public Object firstItems(String meeting) {
        return FormTexts.text(previous.announced(facts.meeting(meeting)));
    }

    /** Decisions of other committees that touch the body's programme, for information (rule B4b). */
    public Object touching(String meeting) {
        return FormTexts.text(others.of(facts.meeting(meeting).body()));
    }

    public Object agenda(String meeting) {
        return FormTexts.text(texts.agenda(meeting));
    }

    /** What was filed since the agenda was put to whoever approves it. */
    /** Items that the body has deferred twice already. */
    public Object repeated(String meeting) {
        return deferrals.options(meeting);
    }

    public Object latePapers(String meeting) {
        return late.options(meeting);
    }

    /** Who may represent that convoked person. */
    public Object alternates(String meeting, String member) {
        return FormTexts.options(participants.alternates(meeting, member));
    }

    /** Who may vote for that convoked person. */
    public Object proxyHolders(String meeting, String member) {
        return FormTexts.options(participants.proxyHolders(meeting, member));
    }

    /** Kept for meetings prepared by an earlier diagram, whose forms offer everybody who may represent somebody. */
    public Object alternates(String meeting) {
        return FormTexts.json(participants.alternates(meeting));
    }

    /** An earlier diagram's form proposes no slots, and knows no clashes that could be accepted: they are kept on record. */
    static MeetingPlan plan(Fields fields) {
        boolean proposed = fields.text("slot", 40)
                .filter(each -> !each.equals(MeetingSlots.OTHER))
                .isPresent();
        Instant start = fields.dateTime(proposed ? "slot" : "startsAt");
        int minutes = fields.has("durationMinutes") ? fields.wholeNumber("durationMinutes", 1, 720) : 120;
        return new MeetingPlan(
                start,
                start.plus(Duration.ofMinutes(minutes)),
                fields.requiredText("place", 300),
                fields.text("link", 500).orElse(null),
                fields.text("urgencyMotive", 1_000).orElse(null),
                !fields.asks("clashesKnown") || fields.flag("clashesKnown"));
    }
}
