package ma.tansiq.committee.consultation;

import java.time.Instant;
import ma.tansiq.committee.meeting.WrittenQuestion;
import org.jspecify.annotations.Nullable;

/** What people are told about written consultations, inside the transaction that makes it true. */
public final class ConsultationEvents {

    private ConsultationEvents() {}

    /**
     * Members are asked.
     *
     * @param endsAt when answers close
     * @param silenceAgrees whether whoever says nothing agrees
     * @param urgencyMotive why it is shorter than usual; null when it is not
     */
    public record Opened(
            WrittenQuestion question,
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
            WrittenQuestion question,
            Consultation.Status outcome,
            @Nullable String remark) {}
}
