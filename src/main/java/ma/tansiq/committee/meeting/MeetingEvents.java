package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.committee.paper.PaperEditions;
import org.jspecify.annotations.Nullable;

/**
 * Facts about meetings and what follows from them, published inside the transaction that makes them true. Each carries
 * all that a message about it needs.
 */
public final class MeetingEvents {

    private MeetingEvents() {}

    /** The convocation leaves, for the first session or ({@code notice.session() == 2}) after one without quorum. */
    public record Convened(MeetingNotice notice, @Nullable String urgencyMotive) {}

    /** The same session was moved; the invitation keeps its UID. */
    public record Rescheduled(MeetingNotice notice, Instant previousStart, String reason) {}

    /**
     * The day of a session that is still to be held became a day off (rule D2).
     *
     * @param day of the session, in Morocco
     * @param holidayKey key of the day's name, for one that recurs
     * @param holidayName name of an exceptional day; null for the others
     * @param time 1 when that day became a day off for the first time; one more each time after it was withdrawn
     * @param secretaries of the body, who decide whether the session keeps its date
     * @param chair accounts of whoever exercises the body's chair
     */
    public record OnHoliday(
            MeetingNotice notice,
            LocalDate day,
            String holidayKey,
            @Nullable String holidayName,
            int time,
            List<String> secretaries,
            List<String> chair) {

        /** Everybody who is told. */
        public List<String> recipients() {
            return Stream.concat(secretaries.stream(), chair.stream())
                    .distinct()
                    .toList();
        }
    }

    public record Cancelled(MeetingNotice notice, String reason) {}

    /** A session stopped; when it goes on is still open (rule C3b). */
    public record Suspended(MeetingNotice notice, String reason) {}

    /** A suspended session goes on at that date; the invitation keeps its UID. */
    public record Resumes(MeetingNotice notice, String reason) {}

    /** A suspended session does not go on. */
    public record NotResumed(MeetingNotice notice, String reason) {}

    /**
     * The approved agenda with its papers goes to everybody convoked.
     *
     * @param late whether the hour of the session had passed
     */
    public record AgendaDistributed(MeetingNotice notice, PaperEditions pack, boolean late) {}

    /**
     * A paper was filed with an item after the agenda pack had left.
     *
     * @param notice of the session; its recipients are those convoked who may read the paper, without whoever filed it
     * @param position of the item on the agenda
     */
    public record PaperFiledLate(MeetingNotice notice, String matter, int position, Instant filedAt) {}

    /** An invited person asked an alternate to stand in; the alternate receives the invitation. */
    public record AttendanceDelegated(MeetingNotice notice, String absent, String alternate) {}

    /** An invited person asked another voting member to vote for them; both are told. */
    public record ProxyGiven(MeetingNotice notice, String giver, String holder) {}

    /**
     * A secret ballot is open.
     *
     * @param notice of the session; its recipients are those who vote
     * @param ballot id of the ballot
     */
    public record BallotOpened(MeetingNotice notice, String ballot) {}

    /** The record of decisions is signed: actions may start. */
    public record DecisionsSigned(MeetingNotice notice, PaperEditions record) {}

    /**
     * A record of decisions that a reservation altered is signed and sealed anew.
     *
     * @param version of the record, from 2
     */
    public record DecisionsSignedAgain(MeetingNotice notice, int version) {}

    /**
     * A draft of the minutes is put to review.
     *
     * @param notice of the session; its recipients are those who were in the room
     * @param edition 1 for the first draft, one more for each that came back
     * @param silenceEndsAt from when on whoever said nothing has approved
     */
    public record DraftUnderReview(MeetingNotice notice, int edition, PaperEditions document, Instant silenceEndsAt) {}

    /**
     * Minutes were sealed.
     *
     * @param version 1, or more for a correction that names the version before it
     * @param motive why the version before was corrected; null for the first
     * @param sha256 of the sealed document, in hexadecimal
     * @param decisions new version of the record of decisions, when a reservation altered one
     */
    public record MinutesDistributed(
            MeetingNotice notice,
            int version,
            @Nullable String motive,
            PaperEditions document,
            String sha256,
            @Nullable PaperEditions decisions) {}

    /** A decision became an action with an owner. */
    public record ActionAssigned(ActionNotice action) {}

    public record ActionCancelled(ActionNotice action, String reason) {}

    /** The action has more time, as its notice says; until then it was due on that day. */
    public record ActionExtended(ActionNotice action, LocalDate dueBefore, String reason) {}

    /** Completion was confirmed by the secretary. */
    public record ActionCompleted(ActionNotice action) {}

    /**
     * What people are told about an action.
     *
     * @param reference {@code CP11-2026-03-A1}
     * @param meeting reference of the meeting that decided it
     * @param recipients owner first, then the secretary
     */
    public record ActionNotice(
            String reference,
            String meeting,
            String bodyCode,
            String title,
            String owner,
            LocalDate dueOn,
            List<String> recipients) {}
}
