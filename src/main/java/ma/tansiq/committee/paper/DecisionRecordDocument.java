package ma.tansiq.committee.paper;

import java.util.List;
import ma.tansiq.committee.meeting.PresidingOffice;
import org.jspecify.annotations.Nullable;

/**
 * The short record of decisions that starts actions (rule C4b).
 *
 * @param presidedAs office in which that person presided
 * @param signature null for the draft that is put up for signature
 */
public record DecisionRecordDocument(
        MeetingHeading meeting,
        AttendanceCount attendance,
        QuorumLine quorum,
        String presidedBy,
        PresidingOffice presidedAs,
        List<Item> items,
        List<ActionLine> actions,
        @Nullable SignatureLine signature) {

    /** How many of the convoked people took part, and how. */
    public record AttendanceCount(int present, int represented, int excused, int absent) {}

    /** @param outcome {@code NOTED}, {@code RECOMMENDED}, {@code DECIDED}, … (rule B1) */
    public record Item(int position, String matter, String title, String outcome, List<DecisionLine> decisions) {}
}
