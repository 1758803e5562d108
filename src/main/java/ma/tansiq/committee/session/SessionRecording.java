package ma.tansiq.committee.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.Onwards;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.meeting.SheetOfTheDay;
import ma.tansiq.committee.meeting.Sitting;
import ma.tansiq.committee.meeting.Sittings;
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
    private final Sittings sittings;
    private final Suspensions suspensions;
    private final Ballots ballots;
    private final Onwards onwards;
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
            Sittings sittings,
            Suspensions suspensions,
            Ballots ballots,
            Onwards onwards,
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
        this.sittings = sittings;
        this.suspensions = suspensions;
        this.ballots = ballots;
        this.onwards = onwards;
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
        List<AgendaItem> all = withAdded(placed, record);
        List<AgendaItem> agenda = toRecord(meeting, all);
        Problems ofSheet = new Problems();
        List<Attendance> sheet =
                policy.checkedSheet(seats, sheetOfTheDay.of(meeting, body, seats), record, level, ofSheet);
        Quorum quorum = quorum(meeting, sheet, level);
        boolean first = meeting.sitting() == 1;
        problems.check(() -> policy.checkPresiding(seats, sheet, record.presidedBy()));
        problems.check(ofSheet::refuse);
        Quorum known = ofSheet.none() ? quorum : null;
        policy.checkDecisions(all, agenda, record, first, known, problems);
        policy.checkReferrals(meeting.body(), record, problems);
        problems.check(() -> checkSplits(agenda, record));
        policy.checkOwners(seats, record, policy.heldOn(meeting), problems);
        Suspensions.Resumption resumption = suspensions.check(meeting, body, agenda, record, known, problems);
        List<Conduct> dealtWith = ofSheet.none() && (quorum.reached() || !first)
                ? conducts(meeting, agenda, record, sheet, level, problems)
                : List.of();
        problems.refuse();
        sheets.replace(reference, sheet);
        if (!record.added().isEmpty()) {
            agendaManagement.addInSession(meeting, record.added(), by);
        }
        boolean goesOn = meeting.isSuspended();
        agendas.recordOutcomes(reference, ofEveryItem(agenda, record));
        conducts.replace(reference, together(goesOn ? conducts.of(reference) : List.of(), dealtWith));
        keepDecisions(meeting, sheet, record, goesOn ? decisions.of(reference) : List.of());
        if (goesOn) {
            onwards.add(reference, record.items());
        } else {
            onwards.replace(reference, record.items());
        }
        meeting.record(quorum, Objects.requireNonNull(record.presidedBy()), by, clock.instant());
        history.add(
                reference,
                meeting.status() == MeetingStatus.HELD ? "RECORDED" : "NO_QUORUM",
                by,
                quorum.present() + "/" + quorum.voting() + " (" + quorum.required() + ")");
        suspensions.keep(meeting, record, sheet, quorum, resumption, by);
        meetings.save(meeting);
    }

    /** After a suspension what is still open; else the whole agenda, also when a returned record is made anew. */
    private static List<AgendaItem> toRecord(Meeting meeting, List<AgendaItem> agenda) {
        return meeting.isSuspended()
                ? agenda.stream().filter(each -> each.outcome() == null).toList()
                : agenda;
    }

    private static List<Conduct> together(List<Conduct> earlier, List<Conduct> now) {
        return Stream.concat(earlier.stream(), now.stream()).toList();
    }

    /** A part is decided as it is: splitting it again would leave nobody knowing what was adopted. */
    private static void checkSplits(List<AgendaItem> agenda, SessionRecord record) {
        record.items().stream()
                .filter(each -> each.outcome() == ItemOutcome.ADOPTED_IN_PART)
                .flatMap(each -> agenda.stream().filter(item -> item.position() == each.position()))
                .filter(each -> each.matter().contains("."))
                .findFirst()
                .ifPresent(each -> {
                    throw CommitteeRefusal.because("partOfPart", each.label());
                });
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
        Map<Integer, VotePolicy.Room> rooms = rooms(meeting, level);
        List<Ballot> held = ballots.of(meeting.reference());
        Map<Integer, CountedBallot> counted = counted(meeting, held, problems);
        Set<Integer> votedOn =
                held.stream().filter(Ballot::added).map(Ballot::position).collect(Collectors.toSet());
        var room = new VotePolicy.Room(
                sheet, String.valueOf(record.presidedBy()), level, meeting.session(), meeting.sitting());
        Map<Integer, Conduct> earlier = conducts.of(meeting.reference()).stream()
                .collect(Collectors.toMap(Conduct::position, Function.identity()));
        Map<Integer, String> labels =
                agenda.stream().collect(Collectors.toMap(AgendaItem::position, AgendaItem::label));
        int placed = agendas.of(meeting.reference()).size();
        return record.items().stream()
                .filter(each -> labels.containsKey(each.position()))
                .filter(each -> record.suspension() == null || each.outcome() != null)
                .map(each -> {
                    Conduct before = earlier.get(each.position());
                    boolean added = each.position() > placed
                            || votedOn.contains(each.position())
                            || (before != null && before.added());
                    String label = Objects.requireNonNull(labels.get(each.position()));
                    VotePolicy votes = new VotePolicy(
                            before == null ? room : rooms.getOrDefault(before.sitting(), room), facts::nameOf);
                    return votes.check(label, each, added, counted.get(each.position()), problems);
                })
                .toList();
    }

    /** The latest count on each item at this convocation; a ballot that is still open is closed first. */
    private Map<Integer, CountedBallot> counted(Meeting meeting, List<Ballot> held, Problems problems) {
        Map<Integer, CountedBallot> counted = new HashMap<>();
        for (Ballot each : held) {
            if (each.isOpen()) {
                problems.add(CommitteeRefusal.because("ballotStillOpen", each.position()));
            } else if (each.isCounted() && each.session() == meeting.session()) {
                counted.putIfAbsent(each.position(), new CountedBallot(each.vote(), ballots.voices(each.id())));
            }
        }
        return counted;
    }

    /** The earlier sittings, by whose attendance a record that is made anew measures what they dealt with. */
    private Map<Integer, VotePolicy.Room> rooms(Meeting meeting, MeetingRules level) {
        return meeting.sitting() == 1
                ? Map.of()
                : sittings.of(meeting.reference()).stream()
                        .filter(each -> each.number() < meeting.sitting())
                        .collect(Collectors.toMap(
                                Sitting::number,
                                each -> new VotePolicy.Room(
                                        each.sheet(), each.presidedBy(), level, meeting.session(), each.number())));
    }

    /** An item of which nothing was recorded this time loses what an earlier record said of it. */
    private static List<SessionRecord.ItemRecord> ofEveryItem(List<AgendaItem> agenda, SessionRecord record) {
        Map<Integer, SessionRecord.ItemRecord> given = record.items().stream()
                .collect(Collectors.toMap(SessionRecord.ItemRecord::position, Function.identity()));
        return agenda.stream()
                .map(each -> given.getOrDefault(each.position(), SessionRecord.ItemRecord.open(each.position())))
                .toList();
    }

    /** @param earlier decisions of earlier sittings, which stand; numbers go on after them */
    private void keepDecisions(Meeting meeting, List<Attendance> sheet, SessionRecord record, List<Decision> earlier) {
        String reference = meeting.reference();
        List<Decision> taken = new ArrayList<>();
        for (SessionRecord.ItemRecord each : record.items()) {
            if (each.decision() != null) {
                int number = earlier.size() + taken.size() + 1;
                taken.add(new Decision("%s-D%d".formatted(reference, number), 1, each.position(), each.decision()));
            }
        }
        int started = 0;
        if (earlier.isEmpty()) {
            actions.removeUnsigned(reference);
            decisions.replace(reference, taken);
        } else {
            started = actions.findByMeetingOrderByReference(reference).size();
            decisions.add(reference, taken);
        }
        var byPosition = taken.stream().collect(Collectors.toMap(Decision::position, Decision::reference));
        List<Action> decided = new ArrayList<>();
        for (SessionRecord.ActionRecord each : record.actions()) {
            decided.add(new Action(
                    "%s-A%d".formatted(reference, started + decided.size() + 1),
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
