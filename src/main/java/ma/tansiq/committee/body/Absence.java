package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a body is absent, and an alternate of the member's seat or organisation does the member's tasks (rule A1b).
 *
 * @param from first day, in Morocco
 * @param to last day, included
 * @param setBy account of whoever entered it
 * @param version raised by every change; a form sends back the one that it was opened with
 */
public record Absence(
        UUID id,
        String body,
        String account,
        String substitute,
        LocalDate from,
        LocalDate to,
        String setBy,
        int version) {

    public boolean isActiveOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return !last.isBefore(from) && !first.isAfter(to);
    }

    /** How references of the body's meetings and actions begin. */
    String beginning() {
        return body + "-";
    }

    /**
     * Somebody is to be absent; known from now on.
     *
     * @param recipients the member, whoever stands in, and the secretary
     */
    public record Announced(Body body, Absence absence, List<String> recipients) {}

    /**
     * An absence ends before its time.
     *
     * @param lastDay included; null when it had not begun
     * @param recipients as of {@link Announced}
     */
    public record EndedEarly(
            Body body, Absence absence, @Nullable LocalDate lastDay, List<String> recipients) {}
}
