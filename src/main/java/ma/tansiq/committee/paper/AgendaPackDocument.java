package ma.tansiq.committee.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people receive before a meeting (rule C2): the agenda, each item's text, the minutes of the previous session and
 * how far its actions are.
 *
 * @param previous null when the body has not met before
 * @param actions of the previous session
 */
public record AgendaPackDocument(
        MeetingHeading meeting, List<Item> items, @Nullable PreviousMinutes previous, List<ActionLine> actions) {

    /**
     * @param position 1, 2, … in the order of the agenda
     * @param matter reference of the matter
     */
    public record Item(
            int position,
            String matter,
            String title,
            String text,
            @Nullable String proposedBy,
            @Nullable String organisation) {}

    /** @param sha256 of the sealed minutes; null while they are not signed, which puts them first on the agenda (rule C5) */
    public record PreviousMinutes(
            String meeting, LocalDate heldOn, @Nullable String sha256) {}
}
