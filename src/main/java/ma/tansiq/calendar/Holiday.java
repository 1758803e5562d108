package ma.tansiq.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a day off of the public sector (rule D2).
 *
 * @param reference permanent: key and year of its own calendar, {@code ID_AL_FITR-1447} (Hijri), {@code LABOUR_DAY-2026};
 *     {@code EXCEPTIONAL-2025-06-09} for one added by hand
 * @param key what recurs, {@code ID_AL_FITR}
 * @param days how many days in a row from the first
 * @param confirmed false for a religious day as long as it is only estimated from the Hijri calendar
 * @param name name typed for an exceptional day; the others are named by {@link #nameKey()}
 * @param act act or reason given when it was confirmed, moved or added
 */
public record Holiday(
        String reference,
        String key,
        Kind kind,
        LocalDate firstDay,
        int days,
        boolean confirmed,
        @Nullable String name,
        @Nullable String act) {

    /** Why a day is off. */
    public enum Kind {
        /** Same day every year. */
        FIXED,
        /** By the Hijri calendar: estimated until confirmed. */
        RELIGIOUS,
        /** Added by an administrator. */
        EXCEPTIONAL
    }

    public LocalDate lastDay() {
        return firstDay.plusDays(days - 1L);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay());
    }

    /** Key of the name in French, Arabic and English. */
    public String nameKey() {
        return "calendar.holiday." + key;
    }

    /** As {@link #nameKey()}, for the reference of a day off that need not be one any more. */
    public static String nameKey(String reference) {
        return "calendar.holiday." + reference.replaceFirst("-\\d.*$", "");
    }

    Stream<LocalDate> dates() {
        return firstDay.datesUntil(lastDay().plusDays(1));
    }

    Holiday ruled(LocalDate day, String byAct) {
        return new Holiday(reference, key, kind, day, days, true, name, byAct);
    }

    /** The estimate was right: no date changes. Published in the transaction of the ruling, like the next ones. */
    public record HolidayConfirmed(Holiday holiday) {}

    /** The days off changed: open deadlines are to be computed again. */
    public record HolidayMoved(Holiday holiday, LocalDate previousFirstDay) {}

    /** An exceptional day off was added. */
    public record HolidayAdded(Holiday holiday) {}

    /** An exceptional day off is a working day again. */
    public record HolidayWithdrawn(Holiday holiday) {}
}
