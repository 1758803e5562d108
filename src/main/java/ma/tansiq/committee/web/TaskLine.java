package ma.tansiq.committee.web;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An open task as lists show it to one reader.
 *
 * @param name in the reader's language
 * @param reference of what it is about: a meeting or an action
 * @param meeting reference of the meeting that it belongs to, to link to its page
 * @param holder name of whoever holds it, else the office that may take it
 * @param taken whether a person holds it
 * @param openable whether the reader may work on it, at {@code /tasks/{id}}
 */
public record TaskLine(
        String id,
        String name,
        String reference,
        String meeting,
        String holder,
        boolean taken,
        @Nullable Instant dueAt,
        boolean late,
        boolean openable) {

    private static final Pattern REPORT = Pattern.compile("[A-Z][A-Z0-9]*-\\d{4}-Q[1-4]");

    /** Of the page of what it is about; empty when there is none. */
    public String address() {
        if (REPORT.matcher(reference).matches()) {
            return "/coordination/reports/" + reference;
        }
        return meeting.isEmpty() ? "" : "/coordination/meetings/" + meeting;
    }
}
