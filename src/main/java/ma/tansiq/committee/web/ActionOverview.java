package ma.tansiq.committee.web;

import java.time.LocalDate;

/**
 * An action as lists show it.
 *
 * @param reference {@code CP11-2026-03-A1}
 * @param owner account that carries it out
 * @param dueOn last day, in Morocco
 * @param status name of its state
 * @param progress in percent
 * @param hidden whether its matter is too confidential for this reader: then the title is empty
 */
public record ActionOverview(
        String reference,
        String meeting,
        String body,
        String title,
        String owner,
        String organisation,
        LocalDate dueOn,
        String status,
        int progress,
        boolean hidden) {

    public boolean isOpen() {
        return !status.equals("DONE") && !status.equals("CANCELLED");
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && today.isAfter(dueOn);
    }
}
