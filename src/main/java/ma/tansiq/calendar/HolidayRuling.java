package ma.tansiq.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an administrator ruled about one day off; the latest version of a reference applies. */
public record HolidayRuling(
        String reference,
        int version,
        What what,
        LocalDate firstDay,
        @Nullable String name,
        String act,
        String ruledBy,
        Instant ruledAt) {

    static final String EXCEPTIONAL = "EXCEPTIONAL";

    /** What was ruled. */
    public enum What {
        CONFIRMED,
        MOVED,
        ADDED,
        WITHDRAWN
    }

    boolean adds() {
        return what == What.ADDED;
    }

    boolean settles() {
        return what == What.CONFIRMED || what == What.MOVED;
    }

    /** Whether that day is off by this ruling on a holiday of so many days. */
    boolean puts(LocalDate day, int days) {
        return what != What.WITHDRAWN && !day.isBefore(firstDay) && day.isBefore(firstDay.plusDays(days));
    }

    /** Key of what people call the day; an exceptional one has a {@link #name} besides. */
    public String nameKey() {
        return Holiday.nameKey(reference);
    }

    Holiday exceptional() {
        return new Holiday(reference, EXCEPTIONAL, Holiday.Kind.EXCEPTIONAL, firstDay, 1, true, name, act);
    }
}
