package ma.tansiq.committee.paper;

import java.util.List;
import ma.tansiq.committee.meeting.PresidingOffice;
import org.jspecify.annotations.Nullable;

/**
 * The short record of decisions that starts actions (rule C4b).
 *
 * @param version 1, or more when a reservation on the minutes altered a decision
 * @param earlierSha256 of the version that this one replaces, 64 hexadecimal digits; null for the first
 * @param sittings of a session that was suspended; empty when it had one
 * @param attendance of the last sitting
 * @param presidedAs office in which that person presided
 * @param signature null for the draft that is put up for signature
 */
public record DecisionRecordDocument(
        MeetingHeading meeting,
        int version,
        @Nullable String earlierSha256,
        List<SittingLine> sittings,
        AttendanceCount attendance,
        QuorumLine quorum,
        String presidedBy,
        PresidingOffice presidedAs,
        List<Item> items,
        List<ActionLine> actions,
        @Nullable SignatureLine signature) {

    /** How many of the convoked people took part, and how. */
    public record AttendanceCount(int present, int represented, int byProxy, int excused, int absent) {}

    /**
     * @param outcome {@code NOTED}, {@code RECOMMENDED}, {@code DECIDED}, … (rule B1)
     * @param conduct null when it was dealt with in the usual way
     */
    public record Item(
            int position,
            String matter,
            String title,
            String outcome,
            @Nullable ConductLine conduct,
            List<DecisionLine> decisions) {}
}
