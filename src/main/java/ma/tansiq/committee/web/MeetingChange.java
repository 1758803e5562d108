package ma.tansiq.committee.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.MeetingPlan;
import ma.tansiq.committee.meeting.MeetingSlots;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to move or call off a session, kept as typed until it is accepted.
 *
 * @param seen number of the last invitation that they saw
 * @param day {@code yyyy-MM-dd}, as browsers send dates
 * @param from {@code HH:mm} in Morocco
 * @param clashesKnown ticked by whoever goes on although people or the room are taken
 */
record MeetingChange(
        @Nullable String seen,
        @Nullable String day,
        @Nullable String from,
        @Nullable String to,
        @Nullable String place,
        @Nullable String link,
        @Nullable String urgencyMotive,
        @Nullable String reason,
        @Nullable String clashesKnown) {

    private static final int NEVER = -2;

    static MeetingChange of(MeetingFile.Head head) {
        return new MeetingChange(
                String.valueOf(head.sequence()),
                head.startsAt() == null
                        ? ""
                        : local(head.startsAt()).toLocalDate().toString(),
                head.startsAt() == null
                        ? ""
                        : local(head.startsAt()).toLocalTime().toString(),
                head.endsAt() == null ? "" : local(head.endsAt()).toLocalTime().toString(),
                head.place(),
                head.link(),
                "",
                "",
                null);
    }

    /** The same with the day and hours of that slot. */
    MeetingChange at(MeetingSlots.Slot slot) {
        return new MeetingChange(
                seen,
                local(slot.startsAt()).toLocalDate().toString(),
                local(slot.startsAt()).toLocalTime().toString(),
                local(slot.endsAt()).toLocalTime().toString(),
                place,
                link,
                urgencyMotive,
                reason,
                clashesKnown);
    }

    MeetingPlan plan() {
        String where = text(place);
        if (where.isEmpty() || where.length() > 200) {
            throw CommitteeRefusal.because("missing.place");
        }
        return new MeetingPlan(
                instant(from), instant(to), where, optional(link), optional(urgencyMotive), clashesKnown != null);
    }

    /** What is no number was never seen. */
    int seenNumber() {
        String number = text(seen);
        return number.matches("-1|\\d{1,9}") ? Integer.parseInt(number) : NEVER;
    }

    /** The same, by somebody who has now seen that meeting as it is. */
    MeetingChange seeing(MeetingFile.Head head) {
        return new MeetingChange(
                String.valueOf(head.sequence()), day, from, to, place, link, urgencyMotive, reason, clashesKnown);
    }

    String reasonText() {
        String why = text(reason);
        return why.length() > 2_000 ? why.substring(0, 2_000) : why;
    }

    private Instant instant(@Nullable String time) {
        try {
            return LocalDate.parse(text(day))
                    .atTime(LocalTime.parse(text(time)))
                    .atZone(LegalTime.ZONE)
                    .toInstant();
        } catch (DateTimeException notADate) {
            throw CommitteeRefusal.because("dateUnreadable");
        }
    }

    private static java.time.ZonedDateTime local(Instant instant) {
        return instant.atZone(LegalTime.ZONE);
    }

    private static @Nullable String optional(@Nullable String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
