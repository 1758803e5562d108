package ma.tansiq.committee.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingNotices;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.engine.OpenForms;
import ma.tansiq.engine.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secret ballots (rule C4): opened and closed by the secretary or the chair while the session is held; each seat votes
 * once; the count joins no paper to a name.
 */
@NamedInterface("ballots")
@Component
@Transactional
public class BallotManagement {

    /** Fewer voices would tell who voted how. */
    public static final int FEWEST = 3;

    private final Ballots ballots;
    private final BallotSeal seal;
    private final Meetings meetings;
    private final Agendas agendas;
    private final AgendaManagement agendaManagement;
    private final OpenForms forms;
    private final BallotPolicy policy;
    private final Permissions permissions;
    private final MeetingHistory history;
    private final MeetingNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    BallotManagement(
            Ballots ballots,
            BallotSeal seal,
            Meetings meetings,
            Agendas agendas,
            AgendaManagement agendaManagement,
            OpenForms forms,
            BallotPolicy policy,
            Permissions permissions,
            MeetingHistory history,
            MeetingNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ballots = ballots;
        this.seal = seal;
        this.meetings = meetings;
        this.agendas = agendas;
        this.agendaManagement = agendaManagement;
        this.forms = forms;
        this.policy = policy;
        this.permissions = permissions;
        this.history = history;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Ballot> of(String meeting) {
        return ballots.of(meeting);
    }

    /** Those that wait for a vote of that person, the oldest first. */
    @Transactional(readOnly = true)
    public List<Ballot> waitingFor(String account) {
        return ballots.waitingFor(account);
    }

    @Transactional(readOnly = true)
    public Ballot required(UUID id) {
        return ballots.find(id).orElseThrow(() -> CommitteeRefusal.because("unknownBallot"));
    }

    /** The voices that this person casts in it; empty for whoever has none. */
    @Transactional(readOnly = true)
    public List<Ballot.Voice> voicesOf(UUID ballot, String account) {
        return ballots.voices(ballot).stream()
                .filter(each -> each.caster().equals(account))
                .toList();
    }

    /**
     * Opens a ballot on an item that is still to be dealt with.
     *
     * @param casters who is in the room for each seat with a vote: its holder, its alternate or whoever holds its proxy;
     *     seats that do not vote are left out
     * @param by account of the body's secretary or chair, or of a coordinator
     */
    public UUID open(String reference, int position, String question, Map<String, String> casters, String by) {
        Meeting meeting = underWay(reference, by);
        Problems problems = new Problems();
        problems.check(() -> policy.checkItem(reference, position));
        policy.check(meeting, question, casters, problems);
        problems.refuse();
        return open(meeting, position, false, question, casters, by);
    }

    /**
     * As {@link #open}, on what came up during the session: it becomes the last item of the agenda, and is decided only if
     * nobody present objects (rule B7).
     *
     * @param unopposed whether nobody present objects
     */
    public UUID openOnAdded(
            String reference,
            String title,
            String text,
            boolean unopposed,
            String question,
            Map<String, String> casters,
            String by) {
        Meeting meeting = underWay(reference, by);
        Problems problems = new Problems();
        problems.check(() -> policy.checkAdded(title, text, unopposed));
        policy.check(meeting, question, casters, problems);
        problems.refuse();
        var item = new SessionRecord.AddedRecord(title.strip(), text.strip(), true, SessionRecord.ItemRecord.open(1));
        agendaManagement.addInSession(meeting, List.of(item), by);
        int position = agendas.of(reference).size();
        history.add(reference, "ITEM_ADDED", by, String.valueOf(position));
        UUID opened = open(meeting, position, true, question, casters, by);
        forms.refresh(reference);
        return opened;
    }

    private Meeting underWay(String reference, String by) {
        Meeting meeting = meetings.toChange(reference);
        permissions.requireSecretaryOrChair(meeting.body(), by);
        if (!meeting.isUnderWay(clock.instant())) {
            throw CommitteeRefusal.because("ballotOutsideSession", reference);
        }
        return meeting;
    }

    private UUID open(
            Meeting meeting, int position, boolean added, String question, Map<String, String> casters, String by) {
        String reference = meeting.reference();
        Ballot ballot = new Ballot(
                UUID.randomUUID(),
                reference,
                position,
                meeting.session(),
                meeting.sitting(),
                null,
                added,
                question.strip(),
                Ballot.Status.OPEN,
                clock.instant(),
                null,
                casters.size(),
                0,
                0,
                0,
                0);
        if (!ballots.open(ballot, casters, by)) {
            throw CommitteeRefusal.because("ballotOpenAlready", position);
        }
        history.add(reference, "BALLOT_OPENED", by, String.valueOf(position));
        List<String> told = casters.values().stream().distinct().toList();
        events.publishEvent(new MeetingEvents.BallotOpened(
                notices.of(meeting).to(told), ballot.id().toString()));
        return ballot.id();
    }

    /** Puts the vote of that seat into its envelope; once, and by whoever casts it alone. */
    public void cast(UUID id, String seat, Choice choice, String by) {
        required(id);
        if (!ballots.holdOpen(id)) {
            throw CommitteeRefusal.because("ballotClosed");
        }
        boolean mine = voicesOf(id, by).stream().anyMatch(each -> each.account().equals(seat));
        if (!mine) {
            throw CommitteeRefusal.because("ballotNotYours");
        }
        if (!ballots.cast(id, seat, seal.seal(id, seat, choice))) {
            throw CommitteeRefusal.because("ballotTwice");
        }
    }

    /**
     * Opens the envelopes together and counts. Nothing is counted where so few voted that the count would tell who voted
     * how: then the ballot is void.
     */
    public void close(UUID id, String by) {
        Ballot ballot = locked(id, by);
        List<Ballots.Envelope> envelopes = ballots.envelopes(id);
        boolean counts = envelopes.size() >= FEWEST;
        List<Ballots.Paper> papers = counts ? papers(id, envelopes) : List.of();
        end(ballot, counts ? Ballot.Status.COUNTED : Ballot.Status.VOID, papers, by);
    }

    /** Papers are written in the order of random numbers, so that nothing of the order of the envelopes is left. */
    private List<Ballots.Paper> papers(UUID id, List<Ballots.Envelope> envelopes) {
        List<Ballots.Paper> papers = new ArrayList<>();
        for (Ballots.Envelope each : envelopes) {
            Choice choice = seal.open(id, each.account(), each.sealed())
                    .orElseThrow(() -> CommitteeRefusal.because("ballotUnreadable"));
            papers.add(new Ballots.Paper(UUID.randomUUID(), choice));
        }
        papers.sort(Comparator.comparing(each -> each.id().toString()));
        return papers;
    }

    /** Destroys the envelopes uncounted. */
    public void withdraw(UUID id, String by) {
        end(locked(id, by), Ballot.Status.VOID, List.of(), by);
    }

    private Ballot locked(UUID id, String by) {
        Ballot ballot = required(id);
        Meeting meeting = meetings.toChange(ballot.meeting());
        permissions.requireSecretaryOrChair(meeting.body(), by);
        if (!ballots.lockOpen(id)) {
            throw CommitteeRefusal.because("ballotClosed");
        }
        return ballot;
    }

    private void end(Ballot ballot, Ballot.Status status, List<Ballots.Paper> papers, String by) {
        ballots.close(ballot.id(), status, papers, by, clock.instant());
        history.add(ballot.meeting(), "BALLOT_" + status, by, String.valueOf(ballot.position()));
    }

    /** A session that moves or is called off leaves no ballot open. */
    @EventListener
    void on(MeetingManagement.Moved moved) {
        withdrawAll(moved.meeting());
    }

    @EventListener
    void on(MeetingManagement.CalledOff calledOff) {
        withdrawAll(calledOff.meeting());
    }

    private void withdrawAll(String meeting) {
        ballots.of(meeting).stream()
                .filter(Ballot::isOpen)
                .forEach(each -> end(each, Ballot.Status.VOID, List.of(), "tansiq"));
    }
}
