package ma.tansiq.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Times of the year in which no body has to meet (rule A2b): August and the last ten days of Ramadan, unless set
 * otherwise. Those that go by a religious day follow it when an administrator moves it.
 */
@Component
public class QuietPeriods {

    private final Holidays holidays;
    private final List<CalendarSettings.Quiet> settings;

    QuietPeriods(Holidays holidays, CalendarSettings settings) {
        this.holidays = holidays;
        this.settings = settings.quietPeriods();
    }

    /** One of them, both ends included. */
    record Quiet(LocalDate first, LocalDate last) {

        boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        /** As many days after it as had gone by of it on that day. */
        LocalDate givenBack(LocalDate day) {
            return last.plusDays(ChronoUnit.DAYS.between(first, day) + 1);
        }
    }

    /** That day, or a later one when it lies in a quiet period: the days of the period that had gone by are given back. */
    public LocalDate shift(LocalDate day) {
        LocalDate shifted = day;
        for (int i = 0; i <= settings.size(); i++) {
            Optional<Quiet> quiet = at(shifted);
            if (quiet.isEmpty()) {
                return shifted;
            }
            shifted = quiet.get().givenBack(shifted);
        }
        return shifted;
    }

    /** Whether no body has to meet on that day. */
    public boolean includes(LocalDate day) {
        return at(day).isPresent();
    }

    private Optional<Quiet> at(LocalDate day) {
        return settings.stream()
                .flatMap(each -> around(each, day))
                .filter(quiet -> quiet.includes(day))
                .findFirst();
    }

    private Stream<Quiet> around(CalendarSettings.Quiet setting, LocalDate day) {
        MonthDay from = setting.from();
        MonthDay to = setting.to();
        return from != null && to != null
                ? Stream.of(new Quiet(from.atYear(day.getYear()), to.atYear(day.getYear())))
                : before(Objects.requireNonNull(setting.before()), setting.days(), day);
    }

    private Stream<Quiet> before(String key, int days, LocalDate day) {
        return holidays.between(day, day.plusDays(days)).stream()
                .filter(holiday -> holiday.key().equals(key))
                .map(Holiday::firstDay)
                .map(feast -> new Quiet(feast.minusDays(days), feast.minusDays(1)));
    }
}
