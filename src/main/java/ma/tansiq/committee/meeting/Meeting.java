package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A meeting of a body, from the reference allotted to it until its minutes are sealed. Guards the order in which things
 * may happen to it: an illegal step is refused with the state it is in.
 */
public class Meeting {

    @Id
    private final String reference;

    @Version
    private int version;

    private final String body;
    private final int year;
    private final int number;
    private final @Nullable String openedBy;
    private final Instant openedAt;
    private MeetingStatus status = MeetingStatus.OPENED;
    private int session = 1;
    private int sitting = 1;
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private @Nullable Instant previousStart;
    private @Nullable String place;
    private @Nullable String link;
    private @Nullable String urgencyMotive;
    private @Nullable String changeReason;
    private @Nullable Instant intakeKeptUntil;
    private int sequence = -1;
    private @Nullable String convenedBy;
    private AgendaStatus agendaStatus = AgendaStatus.OPEN;
    private @Nullable String agendaRemark;
    private @Nullable UUID agendaPack;
    private @Nullable String presidedBy;
    private @Nullable String recordedBy;
    private @Nullable Instant recordedAt;
    private @Nullable Instant closedAt;

    @Embedded.Nullable(prefix = "quorum_")
    private @Nullable Quorum quorum;

    private @Nullable Boolean quorumReached;

    @PersistenceCreator
    Meeting(String reference, String body, int year, int number, @Nullable String openedBy, Instant openedAt) {
        this.reference = reference;
        this.body = body;
        this.year = year;
        this.number = number;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    /** @param by null when nobody did: the body's cadence */
    static Meeting opened(String body, int year, int number, @Nullable String by, Instant at) {
        return new Meeting(MeetingRef.of(body, year, number).value(), body, year, number, by, at);
    }

    /** Sets date and place, before anybody is told. A second convocation is planned the same way. */
    void plan(MeetingPlan plan, String by) {
        requireOneOf(MeetingStatus.OPENED, MeetingStatus.PLANNED);
        apply(plan);
        convenedBy = by;
        status = MeetingStatus.PLANNED;
    }

    /**
     * The convocation leaves, or the news that the session moved; each one raises the invitation's sequence number.
     *
     * @return when the session was to start before it moved; empty for a convocation
     */
    Optional<Instant> announce() {
        requireOneOf(MeetingStatus.PLANNED, MeetingStatus.CONVENED);
        Optional<Instant> moved =
                status == MeetingStatus.CONVENED ? Optional.ofNullable(previousStart) : Optional.empty();
        sequence++;
        status = MeetingStatus.CONVENED;
        return moved;
    }

    /**
     * Refuses a change that was made up before the latest convocation or move left.
     *
     * @param seen number of the last invitation that its author saw
     */
    void requireSeen(int seen) {
        if (status == MeetingStatus.CONVENED && seen != sequence) {
            throw new MeetingConflict(reference, FormTexts.dateTime(startsAt()), place());
        }
    }

    /** Whether that plan leaves date, hours, place and link as they are. */
    boolean isAlready(MeetingPlan plan) {
        return plan.startsAt().equals(startsAt)
                && plan.endsAt().equals(endsAt)
                && plan.place().equals(place)
                && Objects.equals(plan.link(), link);
    }

    /** Moves the session, at any moment after the convocation and before the record. */
    void reschedule(MeetingPlan plan, String reason) {
        requireOneOf(MeetingStatus.CONVENED);
        previousStart = startsAt;
        apply(plan);
        changeReason = reason;
    }

    /** Items may be proposed at least until then, whatever the calendar says (rule D2); null for no such promise. */
    void keepIntakeOpen(@Nullable Instant until) {
        intakeKeptUntil = until;
    }

    void cancel(String reason) {
        if (status == MeetingStatus.CANCELLED || status.isRecorded() || isSuspended()) {
            throw CommitteeRefusal.wrongState(reference, status);
        }
        changeReason = reason;
        sequence++;
        status = MeetingStatus.CANCELLED;
    }

    void submitAgenda() {
        requireAgenda(AgendaStatus.OPEN, AgendaStatus.RETURNED);
        agendaStatus = AgendaStatus.SUBMITTED;
    }

    void approveAgenda() {
        requireAgenda(AgendaStatus.SUBMITTED);
        agendaStatus = AgendaStatus.APPROVED;
        agendaRemark = null;
    }

    void returnAgenda(String remark) {
        requireAgenda(AgendaStatus.SUBMITTED);
        agendaStatus = AgendaStatus.RETURNED;
        agendaRemark = remark;
    }

    void distributeAgenda(UUID pack) {
        requireAgenda(AgendaStatus.APPROVED);
        agendaPack = pack;
    }

    /**
     * Keeps who presided and the quorum as it was; a record returned by its signatory is made anew. A later sitting
     * without quorum takes nothing from what an earlier one decided.
     */
    public void record(Quorum counted, String presided, String by, Instant at) {
        requireOneOf(MeetingStatus.CONVENED, MeetingStatus.HELD);
        presidedBy = presided;
        recordedBy = by;
        recordedAt = at;
        if (sitting == 1 || counted.reached()) {
            quorum = counted;
            quorumReached = counted.reached();
        }
        status = Boolean.TRUE.equals(quorumReached) ? MeetingStatus.HELD : MeetingStatus.CONVENED;
    }

    /** The session goes on later under the same reference (rule C3b), at a date that may still be open. */
    public void suspend(@Nullable MeetingPlan resumption, String reason) {
        requireOneOf(MeetingStatus.HELD);
        sitting++;
        changeReason = reason;
        status = resumption == null ? MeetingStatus.OPENED : MeetingStatus.PLANNED;
        if (resumption != null) {
            apply(resumption);
        }
    }

    /** A suspended session does not go on: what it decided stands, and its last sitting was that one. */
    void endSuspended(Sitting last, String reason) {
        changeReason = reason;
        startsAt = last.startsAt();
        endsAt = last.endsAt();
        sequence++;
        status = MeetingStatus.HELD;
    }

    /** Whether its date has come and nothing is recorded of it. */
    public boolean isUnderWay(Instant now) {
        return status == MeetingStatus.CONVENED && !now.isBefore(startsAt());
    }

    /** Whether a sitting is on record and the next one is not. */
    public boolean isSuspended() {
        return sitting > 1 && !status.isRecorded();
    }

    /** Without quorum the same agenda comes back at a second session, whose date is set anew (rule C3). */
    void reconvene() {
        requireOneOf(MeetingStatus.CONVENED);
        if (session > 1) {
            throw CommitteeRefusal.wrongState(reference, status);
        }
        session = 2;
        presidedBy = null;
        status = MeetingStatus.OPENED;
    }

    public void startMinutes() {
        requireOneOf(MeetingStatus.HELD, MeetingStatus.MINUTES_DRAFT);
        status = MeetingStatus.MINUTES_DRAFT;
    }

    public void close(Instant at) {
        requireOneOf(MeetingStatus.MINUTES_DRAFT);
        status = MeetingStatus.MINUTES_APPROVED;
        closedAt = at;
    }

    private void apply(MeetingPlan plan) {
        intakeKeptUntil = null;
        startsAt = plan.startsAt();
        endsAt = plan.endsAt();
        place = plan.place();
        link = plan.link();
        urgencyMotive = plan.urgencyMotive();
    }

    private void requireOneOf(MeetingStatus... allowed) {
        for (MeetingStatus each : allowed) {
            if (each == status) {
                return;
            }
        }
        throw CommitteeRefusal.wrongState(reference, status);
    }

    private void requireAgenda(AgendaStatus... allowed) {
        for (AgendaStatus each : allowed) {
            if (each == agendaStatus) {
                return;
            }
        }
        throw CommitteeRefusal.wrongAgenda(reference, agendaStatus);
    }

    public String reference() {
        return reference;
    }

    MeetingRef ref() {
        return new MeetingRef(reference);
    }

    public String body() {
        return body;
    }

    public MeetingStatus status() {
        return status;
    }

    AgendaStatus agendaStatus() {
        return agendaStatus;
    }

    public int session() {
        return session;
    }

    /** 1, 2, …: which sitting of the session comes next, or was recorded last. */
    public int sitting() {
        return sitting;
    }

    public int sequence() {
        return sequence;
    }

    /** Whether date and place of the coming session are set, so that people can be convoked. */
    public boolean isPlanned() {
        return status != MeetingStatus.OPENED;
    }

    /** Whether a date was ever set: that of a session without quorum stays until the second convocation has its own. */
    boolean hasDate() {
        return startsAt != null && endsAt != null;
    }

    /** When the session opens; a meeting without a date is refused. */
    public Instant startsAt() {
        return dated(startsAt);
    }

    public Instant endsAt() {
        return dated(endsAt);
    }

    public String place() {
        return place == null ? "" : place;
    }

    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    Optional<String> urgencyMotive() {
        return Optional.ofNullable(urgencyMotive);
    }

    public String changeReason() {
        return changeReason == null ? "" : changeReason;
    }

    Optional<String> agendaRemark() {
        return Optional.ofNullable(agendaRemark);
    }

    /** The pack that left, once it did. */
    public Optional<UUID> agendaPack() {
        return Optional.ofNullable(agendaPack);
    }

    /** Account of whoever convoked; before that, of whoever opened the meeting; until somebody did either it is refused. */
    public String organiser() {
        String organiser = convenedBy == null ? openedBy : convenedBy;
        if (organiser == null) {
            throw CommitteeRefusal.notPlanned(reference);
        }
        return organiser;
    }

    public Optional<String> presidedBy() {
        return Optional.ofNullable(presidedBy);
    }

    Optional<Instant> intakeKeptUntil() {
        return Optional.ofNullable(intakeKeptUntil);
    }

    Optional<Instant> recordedAt() {
        return Optional.ofNullable(recordedAt);
    }

    /** The snapshot taken when the session was recorded. */
    public Optional<Quorum> quorum() {
        return Optional.ofNullable(quorum);
    }

    private Instant dated(@Nullable Instant instant) {
        if (instant == null) {
            throw CommitteeRefusal.notPlanned(reference);
        }
        return instant;
    }
}
