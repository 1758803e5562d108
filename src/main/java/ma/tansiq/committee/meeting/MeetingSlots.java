package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.QuietPeriods;
import ma.tansiq.calendar.SessionHours;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.cadence.ReferralClosings;
import ma.tansiq.engine.FormTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes when a body may meet (rules A2b, A3): on the first working days that respect its notice and lie in no quiet
 * period, at hours that the calendar leaves free, well away from the Friday prayer, when nobody of the body sits elsewhere
 * and its room is free.
 */
@Component
public class MeetingSlots {

    /** What a form sends for a date that is none of those proposed. */
    static final String OTHER = "other";

    private static final int MOST = 5;
    private static final int HORIZON_DAYS = 90;
    private static final Duration USUAL = Duration.ofMinutes(120);
    private static final List<LocalTime> HOURS = List.of(LocalTime.of(10, 0), LocalTime.of(14, 30));
    private static final List<LocalTime> FRIDAY_HOURS = List.of(LocalTime.of(9, 0));
    private static final DateTimeFormatter DAY = LegalTime.inWords(Locale.FRENCH);

    private final MeetingFacts facts;
    private final MeetingClashes clashes;
    private final WorkingDays workingDays;
    private final QuietPeriods quiet;
    private final SessionHours hours;
    private final ReferralClosings closings;
    private final MessageSource messages;
    private final Clock clock;

    MeetingSlots(
            MeetingFacts facts,
            MeetingClashes clashes,
            WorkingDays workingDays,
            QuietPeriods quiet,
            SessionHours hours,
            ReferralClosings closings,
            MessageSource messages,
            Clock clock) {
        this.clock = clock;
        this.facts = facts;
        this.clashes = clashes;
        this.workingDays = workingDays;
        this.quiet = quiet;
        this.hours = hours;
        this.closings = closings;
        this.messages = messages;
    }

    /** @param tooLate whether what is referred upwards there misses the next session of the body above */
    public record Slot(Instant startsAt, Instant endsAt, boolean tooLate) {

        /** As forms and addresses carry it: {@code 2027-04-13T10:00}, in Morocco. */
        public String value() {
            return LocalDateTime.ofInstant(startsAt, LegalTime.ZONE).toString();
        }
    }

    /** At most five, the first first, one a day; as long as the session is now, two hours before it has a date. */
    @Transactional(readOnly = true)
    public List<Slot> of(String reference) {
        Meeting meeting = facts.meeting(reference);
        Duration duration = meeting.hasDate() ? Duration.between(meeting.startsAt(), meeting.endsAt()) : USUAL;
        LocalDate first = facts.earliestDay(reference);
        LocalDate end = first.plusDays(HORIZON_DAYS);
        List<MeetingClashes.Busy> busy = clashes.between(reference, at(first, LocalTime.MIN), at(end, LocalTime.MIN));
        Set<String> people = clashes.people(meeting.body(), first);
        Optional<ReferralClosings.Closing> closing = closings.of(facts.body(meeting));
        List<Slot> found = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(end) && found.size() < MOST; day = day.plusDays(1)) {
            boolean late = isTooLate(closing, day);
            candidates(meeting, day, duration)
                    .filter(each -> !MeetingClashes.taken(busy, people, each))
                    .findFirst()
                    .ifPresent(each -> found.add(new Slot(each.startsAt(), each.endsAt(), late)));
        }
        return found;
    }

    private Stream<MeetingPlan> candidates(Meeting meeting, LocalDate day, Duration duration) {
        if (!workingDays.isWorkingDay(day) || quiet.includes(day)) {
            return Stream.empty();
        }
        return (day.getDayOfWeek() == DayOfWeek.FRIDAY ? FRIDAY_HOURS : HOURS)
                .stream()
                        .map(hour -> at(day, hour))
                        .filter(start -> start.isAfter(clock.instant()))
                        .filter(start -> !meeting.hasDate() || !start.equals(meeting.startsAt()))
                        .map(start -> plan(meeting, start, duration))
                        .filter(plan ->
                                hours.breach(plan.startsAt(), plan.endsAt()).isEmpty());
    }

    private static MeetingPlan plan(Meeting meeting, Instant start, Duration duration) {
        return new MeetingPlan(
                start, start.plus(duration), meeting.place(), meeting.link().orElse(null), null, false);
    }

    private static boolean isTooLate(Optional<ReferralClosings.Closing> closing, LocalDate day) {
        return closing.filter(each -> each.isTooLate(day)).isPresent();
    }

    /** To be chosen in a form; empty where there is none to propose. */
    Object options(String reference) {
        List<Slot> slots = of(reference);
        List<Map<String, String>> options = new ArrayList<>();
        slots.forEach(each -> options.add(Map.of("value", each.value(), "label", label(each))));
        if (!slots.isEmpty()) {
            options.add(Map.of("value", OTHER, "label", say("slot.other")));
        }
        return FormTexts.json(options);
    }

    private String label(Slot slot) {
        LocalDateTime start = LocalDateTime.ofInstant(slot.startsAt(), LegalTime.ZONE);
        LocalTime end = LocalTime.ofInstant(slot.endsAt(), LegalTime.ZONE);
        String key = slot.tooLate() ? "slot.tooLate" : "slot";
        return say(key, DAY.format(start), start.toLocalTime().toString(), end.toString());
    }

    /** Until when the body has to meet for the next session above; empty where that is not known. */
    String closing(String reference) {
        return closings.of(facts.body(reference)).map(this::closing).orElse("");
    }

    private String closing(ReferralClosings.Closing closing) {
        return say(
                closing.meeting() == null ? "referrals.close.owed" : "referrals.close",
                closing.meeting() == null ? closing.above() : closing.meeting(),
                FormTexts.date(closing.sessionOn()),
                Integer.toString(closing.workingDays()),
                FormTexts.date(closing.lastDay()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LegalTime.ZONE).toInstant();
    }
}
