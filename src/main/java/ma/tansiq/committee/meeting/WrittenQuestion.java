package ma.tansiq.committee.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every message says about a question put to people outside a session, about a matter (rules B6, B7).
 *
 * @param reference of the consultation or of the request
 * @param title of the matter; null when a mail must not say what it is about (rule B8)
 * @param body code of the body that asks
 * @param recipients accounts of those told
 */
public record WrittenQuestion(
        String reference, String matter, @Nullable String title, String body, List<String> recipients) {

    public static WrittenQuestion about(Matter matter, String reference, String body, List<String> recipients) {
        String title = matter.isConfidential() ? null : matter.title();
        return new WrittenQuestion(reference, matter.reference(), title, body, recipients);
    }
}
