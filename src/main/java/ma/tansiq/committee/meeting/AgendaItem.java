package ma.tansiq.committee.meeting;

import org.jspecify.annotations.Nullable;

/**
 * One passage of a matter before a body.
 *
 * @param position 1, 2, … in the order of the agenda
 * @param matter reference of the matter
 * @param title as it stood when the agenda was composed
 * @param outcome null until the session is recorded
 */
public record AgendaItem(
        int position,
        String matter,
        String title,
        String text,
        @Nullable String proposedBy,
        @Nullable ItemOutcome outcome,
        @Nullable String discussion) {

    /** Position and title, as forms and refusals name it. */
    public String label() {
        return position + ". " + title;
    }
}
