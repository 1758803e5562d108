package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Date and place of a session, as its secretary sets them.
 *
 * @param link address of a video conference on the web, or how else to find it, if any
 * @param urgencyMotive why less notice is given than the rules ask; null when notice is respected
 * @param clashesKnown whether its author goes on although people or the room are taken at that time
 */
public record MeetingPlan(
        Instant startsAt,
        Instant endsAt,
        String place,
        @Nullable String link,
        @Nullable String urgencyMotive,
        boolean clashesKnown) {

    private static final Pattern WEB = Pattern.compile("https?://\\S.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SCHEME =
            Pattern.compile("\\s*[a-z][a-z0-9+.-]*\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether the link is one of the web, or mere text such as the number of a room, which no program follows. */
    boolean linksSafely() {
        return link == null
                || WEB.matcher(link).matches()
                || !SCHEME.matcher(link).matches();
    }
}
