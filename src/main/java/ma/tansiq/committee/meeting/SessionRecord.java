package ma.tansiq.committee.meeting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary records of a session; what is null was left open, and the rules say whether it may be.
 *
 * @param presidedBy account of whoever presided
 */
public record SessionRecord(
        @Nullable String presidedBy,
        List<PresenceRecord> attendance,
        List<ItemRecord> items,
        List<ActionRecord> actions) {

    public record PresenceRecord(
            String account,
            @Nullable Presence presence,
            @Nullable String alternate) {}

    /** @param decision text of what was decided or recommended; null when the outcome needs none */
    public record ItemRecord(
            int position,
            @Nullable ItemOutcome outcome,
            @Nullable String discussion,
            @Nullable String decision) {}

    /** @param position the agenda item whose decision it carries out */
    public record ActionRecord(int position, String title, String owner, LocalDate dueOn) {}
}
