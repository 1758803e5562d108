package ma.tansiq.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import ma.tansiq.calendar.HolidayRuling.What;
import ma.tansiq.engine.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators rule about days off (rule D2). Every ruling names its act or reason and who took it, is kept for
 * good, and is published in its transaction; what is not allowed is refused by a {@link CalendarRefusal}.
 */
@Component
@Transactional
public class HolidayManagement {

    /** A moon is seen within two days of the estimate: further away, the date is a slip. */
    private static final int FURTHEST_MOVE = 3;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ACT = 500;

    private final HolidayRules rules;
    private final HolidayRulings rulings;
    private final WorkingDays workingDays;
    private final Holidays holidays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HolidayManagement(
            HolidayRules rules,
            HolidayRulings rulings,
            WorkingDays workingDays,
            Holidays holidays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.rulings = rulings;
        this.workingDays = workingDays;
        this.holidays = holidays;
        this.events = events;
        this.clock = clock;
    }

    /** The religious day falls where it is now placed; {@code seen} as for {@link #move}. */
    public void confirm(String reference, int seen, String act, String by) {
        Holiday holiday = religious(reference);
        rule(reference, seen, What.CONFIRMED, holiday.firstDay(), null, act, by);
        events.publishEvent(new Holiday.HolidayConfirmed(holiday.ruled(holiday.firstDay(), act)));
    }

    /**
     * The religious day, with its second day, begins on that day; confirmed by this.
     *
     * @param seen number of the last ruling on it that the reader saw, as {@link Holidays#lastRulings} tells; 0 for none
     * @throws CalendarConflict when somebody else has ruled on it since
     */
    public void move(String reference, LocalDate firstDay, int seen, String act, String by) {
        Holiday holiday = religious(reference);
        if (holiday.firstDay().equals(firstDay)) {
            confirm(reference, seen, act, by);
            return;
        }
        requireNearEstimate(reference, firstDay);
        rule(reference, seen, What.MOVED, firstDay, null, act, by);
        events.publishEvent(new Holiday.HolidayMoved(holiday.ruled(firstDay, act), holiday.firstDay()));
    }

    /**
     * That working day is off, once.
     *
     * @throws CalendarConflict when somebody else has added it already
     */
    public void add(LocalDate day, String name, String act, String by) {
        String reference = exceptional(day);
        if (holidays.find(reference).isPresent()) {
            throw CalendarConflict.addedMeanwhile(day);
        }
        if (!workingDays.isWorkingDay(day)) {
            throw CalendarRefusal.alreadyOff(day);
        }
        HolidayRuling ruling = rule(reference, last(reference), What.ADDED, day, checkedName(name), act, by);
        events.publishEvent(new Holiday.HolidayAdded(ruling.exceptional()));
    }

    /** That exceptional day is worked after all; {@code seen} as for {@link #move}. */
    public void withdraw(LocalDate day, int seen, String act, String by) {
        Holiday holiday = holidays.find(exceptional(day)).orElseThrow(() -> CalendarRefusal.notExceptional(day));
        rule(holiday.reference(), seen, What.WITHDRAWN, day, holiday.name(), act, by);
        events.publishEvent(new Holiday.HolidayWithdrawn(holiday));
    }

    private Holiday religious(String reference) {
        Holiday holiday = holidays.find(reference).orElseThrow(() -> CalendarRefusal.holidayUnknown(reference));
        if (holiday.kind() != Holiday.Kind.RELIGIOUS) {
            throw CalendarRefusal.notReligious(reference);
        }
        return holiday;
    }

    private void requireNearEstimate(String reference, LocalDate firstDay) {
        LocalDate estimate = rules.find(reference)
                .map(Holiday::firstDay)
                .orElseThrow(() -> CalendarRefusal.holidayUnknown(reference));
        if (Math.abs(ChronoUnit.DAYS.between(estimate, firstDay)) > FURTHEST_MOVE) {
            throw CalendarRefusal.tooFarFromEstimate(firstDay, estimate, FURTHEST_MOVE);
        }
    }

    private HolidayRuling rule(
            String reference, int seen, What what, LocalDate day, @Nullable String name, String act, String by) {
        if (last(reference) != seen) {
            throw CalendarConflict.ruledMeanwhile();
        }
        HolidayRuling ruling =
                new HolidayRuling(reference, seen + 1, what, day, name, checkedAct(act), by, clock.instant());
        try {
            rulings.add(ruling);
        } catch (DuplicateKeyException e) {
            CalendarConflict conflict = CalendarConflict.ruledMeanwhile();
            conflict.initCause(e);
            throw conflict;
        }
        holidays.forget();
        return ruling;
    }

    private int last(String reference) {
        return rulings.of(reference).size();
    }

    private static String checkedAct(@Nullable String act) {
        return checked(act, LONGEST_ACT, CalendarRefusal.actMissing());
    }

    private static String checkedName(@Nullable String name) {
        return checked(name, LONGEST_NAME, CalendarRefusal.nameMissing());
    }

    private static String checked(@Nullable String text, int limit, CalendarRefusal missing) {
        String stripped = Texts.clean(Objects.requireNonNullElse(text, ""));
        if (stripped.isEmpty()) {
            throw missing;
        }
        if (stripped.length() > limit) {
            throw CalendarRefusal.tooLong(limit);
        }
        return stripped;
    }

    private static String exceptional(LocalDate day) {
        return HolidayRuling.EXCEPTIONAL + "-" + day;
    }
}
