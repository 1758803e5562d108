package ma.tansiq.committee.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people are told about written consultations, inside the transaction that makes it true. */
public final class ConsultationEvents {

    private ConsultationEvents() {}

    /**
     * What every such message says.
     *
     * @param title of the matter; null when a mail must not say what it is about (rule B8)
     * @param recipients accounts of those asked, and of the secretaries
     */
    public record ConsultationNotice(
            String reference, String matter, @Nullable String title, String body, List<String> recipients) {}

    /**
     * Members are asked.
     *
     * @param endsAt when answers close
     * @param silenceAgrees whether whoever says nothing agrees
     * @param urgencyMotive why it is shorter than usual; null when it is not
     */
    public record Opened(
            ConsultationNotice notice,
            Instant endsAt,
            boolean silenceAgrees,
            @Nullable String urgencyMotive) {}

    /**
     * It has an outcome: agreed, brought to a session, withdrawn, ratified or not.
     *
     * @param outcome any but {@code OPEN}
     * @param remark why it was withdrawn or not ratified; null otherwise
     */
    public record Closed(
            ConsultationNotice notice,
            Consultation.Status outcome,
            @Nullable String remark) {}
}
