package ma.tansiq.committee.meeting;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Permanent reference of a meeting: body, year and number within both, such as {@code CP11-2026-03}. */
public record MeetingRef(String value) {

    private static final Pattern FORM = Pattern.compile("([A-Z][A-Z0-9]{1,11})-(\\d{4})-(\\d{2,3})");

    public MeetingRef {
        if (!FORM.matcher(value).matches()) {
            throw CommitteeRefusal.unknownMeeting(value);
        }
    }

    public static MeetingRef of(String body, int year, int number) {
        return new MeetingRef("%s-%d-%02d".formatted(body, year, number));
    }

    /** Code of the body that meets. */
    public String body() {
        Matcher matcher = FORM.matcher(value);
        return matcher.matches() ? matcher.group(1) : value;
    }

    /** Under which calendars know the session, whoever they have it from; it never changes (rule C1). */
    public static String calendarUid(String reference) {
        return reference.toLowerCase(Locale.ROOT) + "@tansiq";
    }

    @Override
    public String toString() {
        return value;
    }
}
