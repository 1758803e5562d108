package ma.tansiq.committee.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.meeting.SheetOfTheDay;
import ma.tansiq.engine.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a session whole or not at all: attendance, quorum, each item's conduct and outcome, decisions and actions. */
@Component
@Transactional
class SessionRecording {

    private final Meetings meetings;
    private final Agendas agendas;
    private final AgendaManagement agendaManagement;
    private final AttendanceSheets sheets;
    private final SheetOfTheDay sheetOfTheDay;
    private final Conducts conducts;
    private final Decisions decisions;
    private final Actions actions;
    private final SessionPolicy policy;
    private final MeetingRulesTable rules;
    private final Bodies bodies;
    private final MeetingFacts facts;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    SessionRecording(
            Meetings meetings,
            Agendas agendas,
            AgendaManagement agendaManagement,
            AttendanceSheets sheets,
            SheetOfTheDay sheetOfTheDay,
            Conducts conducts,
            Decisions decisions,
            Actions actions,
            SessionPolicy policy,
            MeetingRulesTable rules,
            Bodies bodies,
            MeetingFacts facts,
            MeetingHistory history,
            Permissions permissions,
            Clock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.agendaManagement = agendaManagement;
        this.sheets = sheets;
        this.sheetOfTheDay = sheetOfTheDay;
        this.conducts = conducts;
        this.decisions = decisions;
        this.actions = actions;
        this.policy = policy;
        this.rules = rules;
        this.bodies = bodies;
        this.facts = facts;
        this.history = history;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * Recording again, after the record came back from its signatory, replaces the earlier record.
     *
     * @param problems what was wrong with the answers already when they were read; refused with the rest
     * @param by account of the body's secretary on that day, or of a coordinator
     */
    void record(String reference, SessionRecord given, Problems problems, String by) {
        Meeting meeting = meetings.required(reference);
        permissions.requireSecretary(meeting.body(), by);
        if (clock.instant().isBefore(meeting.startsAt())) {
            throw CommitteeRefusal.because("sessionNotOpen", reference);
        }
        Body body = bodies.find(meeting.body()).orElseThrow();
        MeetingRules level = rules.of(body.rules());
        List<Membership> seats = policy.seats(meeting);
        List<AgendaItem> placed = agendas.of(reference);
        SessionRecord record = given.following(placed.size());
        List<AgendaItem> agenda = withAdded(placed, record);
        Problems ofSheet = new Problems();
        List<Attendance> sheet =
                policy.checkedSheet(seats, sheetOfTheDay.of(meeting, body, seats), record, level, ofSheet);
        Quorum quorum = quorum(meeting, sheet, level);
        problems.check(() -> policy.checkPresiding(seats, sheet, record.presidedBy()));
        problems.check(ofSheet::refuse);
        policy.checkDecisions(agenda, record, ofSheet.none() ? quorum : null, problems);
        policy.checkReferrals(meeting.body(), record, problems);
        policy.checkOwners(seats, record, policy.heldOn(meeting), problems);
        List<Conduct> dealtWith = ofSheet.none() && quorum.reached()
                ? conducts(meeting, agenda, record, sheet, level, problems)
                : List.of();
        problems.refuse();
        sheets.replace(reference, sheet);
        if (!record.added().isEmpty()) {
            agendaManagement.addInSession(meeting, record.added(), by);
        }
        agendas.recordOutcomes(reference, ofEveryItem(agenda, record));
        conducts.replace(reference, dealtWith);
        keepDecisions(meeting, sheet, record);
        meeting.record(quorum, Objects.requireNonNull(record.presidedBy()), by, clock.instant());
        meetings.save(meeting);
        history.add(
                reference,
                quorum.reached() ? "RECORDED" : "NO_QUORUM",
                by,
                quorum.present() + "/" + quorum.voting() + " (" + quorum.required() + ")");
    }

    private static Quorum quorum(Meeting meeting, List<Attendance> sheet, MeetingRules level) {
        int voting = (int) sheet.stream().filter(Attendance::voting).count();
        return Quorum.of(sheet, level.quorum(voting, meeting.session()), level.proxiesCount());
    }

    private static List<AgendaItem> withAdded(List<AgendaItem> placed, SessionRecord record) {
        Stream<AgendaItem> added = IntStream.range(0, record.added().size())
                .mapToObj(each -> AgendaItem.toBeAdded(
                        placed.size() + each + 1, record.added().get(each).title()));
        return Stream.concat(placed.stream(), added).toList();
    }

    /** How each item was dealt with; an item that came up in an earlier record of this session stays an added one. */
    private List<Conduct> conducts(
            Meeting meeting,
            List<AgendaItem> agenda,
            SessionRecord record,
            List<Attendance> sheet,
            MeetingRules level,
            Problems problems) {
        var room = new VotePolicy.Room(sheet, String.valueOf(record.presidedBy()), level, meeting.session(), 1);
        VotePolicy votes = new VotePolicy(room, facts::nameOf);
        Map<Integer, Conduct> earlier = conducts.of(meeting.reference()).stream()
                .collect(Collectors.toMap(Conduct::position, Function.identity()));
        Map<Integer, String> labels =
                agenda.stream().collect(Collectors.toMap(AgendaItem::position, AgendaItem::label));
        int placed = agenda.size() - record.added().size();
        return record.items().stream()
                .filter(each -> labels.containsKey(each.position()))
                .map(each -> {
                    Conduct before = earlier.get(each.position());
                    boolean added = each.position() > placed || (before != null && before.added());
                    String label = Objects.requireNonNull(labels.get(each.position()));
                    return votes.check(label, each, added, null, problems);
                })
                .toList();
    }

    /** An item of which nothing was recorded this time loses what an earlier record said of it. */
    private static List<SessionRecord.ItemRecord> ofEveryItem(List<AgendaItem> agenda, SessionRecord record) {
        Map<Integer, SessionRecord.ItemRecord> given = record.items().stream()
                .collect(Collectors.toMap(SessionRecord.ItemRecord::position, Function.identity()));
        return agenda.stream()
                .map(each -> given.getOrDefault(each.position(), SessionRecord.ItemRecord.open(each.position())))
                .toList();
    }

    private void keepDecisions(Meeting meeting, List<Attendance> sheet, SessionRecord record) {
        String reference = meeting.reference();
        List<Decision> taken = new ArrayList<>();
        for (SessionRecord.ItemRecord each : record.items()) {
            if (each.decision() != null) {
                taken.add(new Decision(
                        "%s-D%d".formatted(reference, taken.size() + 1), 1, each.position(), each.decision()));
            }
        }
        actions.removeUnsigned(reference);
        decisions.replace(reference, taken);
        var byPosition = taken.stream().collect(Collectors.toMap(Decision::position, Decision::reference));
        List<Action> decided = new ArrayList<>();
        for (SessionRecord.ActionRecord each : record.actions()) {
            decided.add(new Action(
                    "%s-A%d".formatted(reference, decided.size() + 1),
                    Objects.requireNonNull(byPosition.get(each.position())),
                    reference,
                    meeting.body(),
                    each.title(),
                    each.owner(),
                    organisationOf(each.owner(), sheet),
                    each.dueOn()));
        }
        actions.saveAll(decided);
    }

    private static String organisationOf(String account, List<Attendance> sheet) {
        return sheet.stream()
                .filter(each -> each.account().equals(account))
                .map(Attendance::organisation)
                .findFirst()
                .orElse("");
    }
}
