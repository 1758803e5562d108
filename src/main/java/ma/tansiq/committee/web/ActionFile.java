package ma.tansiq.committee.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.tansiq.committee.action.ActionExtensions.Extension;
import ma.tansiq.committee.action.ActionReports.Report;
import org.jspecify.annotations.Nullable;

/** Everything on record about one action, as its page shows it to one reader. */
record ActionFile(Head head, List<Report> reports, List<Evidence> evidence, List<Extension> extensions) {

    /**
     * @param hidden whether its matter is too confidential for this reader: then every text is empty
     * @param started whether the record of decisions is signed, so that it is followed up
     * @param closedBy who confirmed its completion, or cancelled it
     * @param closeReason why it was cancelled, or why its completion was not accepted
     */
    record Head(
            String reference,
            String meeting,
            String body,
            boolean hidden,
            String title,
            String owner,
            String organisation,
            LocalDate dueOn,
            String status,
            int progress,
            String decision,
            String decisionText,
            String matter,
            String itemTitle,
            @Nullable Instant heldAt,
            boolean started,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String closeReason) {

        public boolean isOpen() {
            return !status.equals("DONE") && !status.equals("CANCELLED");
        }

        public boolean isLate(LocalDate today) {
            return isOpen() && today.isAfter(dueOn);
        }
    }

    /** A file that shows how far the action is. */
    record Evidence(UUID document, String name, long size, String sha256, String addedBy, Instant addedAt) {}
}
