package ma.tansiq.committee.matter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.Matter;
import org.jspecify.annotations.Nullable;

/**
 * A matter comes before a body again, because a session sent it there, or an act moved it.
 *
 * @param passage 2, 3, …: which time it comes before a body
 * @param body code of the body that it waits for
 * @param sentBy reference of the meeting whose signed record sent it; null when it was {@link Way#MOVED}
 * @param textVersion version of the matter's text that was sent
 */
public record Referral(
        String matter,
        int passage,
        String body,
        Way way,
        @Nullable String sentBy,
        int textVersion,
        Instant sentAt) {

    /** Why it comes again. */
    public enum Way {
        /** The body above is asked, since this one cannot settle it (rule B2). */
        REFERRED_UP,
        /** A programme asks the body above, in its report, to settle something (rule C7). */
        ARBITRATION,
        /** Another committee is asked (rule B4b). */
        REFERRED,
        /** The same body deals with it at its next session (rule B5). */
        DEFERRED,
        /** The body that it waited in was closed by an act, and this one takes over (rule A1b). */
        MOVED
    }

    /** The same way of a part of that matter. */
    Referral of(String part) {
        return new Referral(part, passage, body, way, sentBy, textVersion, sentAt);
    }

    /** Every body that the matter has been before, or waits for. */
    static List<String> through(Matter matter, List<Referral> referrals) {
        return Stream.concat(Stream.of(matter.firstBody()), referrals.stream().map(Referral::body))
                .distinct()
                .toList();
    }
}
