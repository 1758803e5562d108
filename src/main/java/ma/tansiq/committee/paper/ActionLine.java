package ma.tansiq.committee.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action in a document's table.
 *
 * @param reference {@code CP11-2026-03-A1}
 * @param owner name of the person who answers for it
 * @param status {@code PLANNED}, {@code IN_PROGRESS}, {@code REPORTED_DONE}, {@code DONE} or {@code CANCELLED}
 * @param progress in percent
 */
public record ActionLine(
        String reference,
        String title,
        String owner,
        @Nullable String organisation,
        LocalDate dueOn,
        String status,
        int progress) {}
