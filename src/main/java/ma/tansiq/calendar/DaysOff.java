package ma.tansiq.calendar;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days off as rules and rulings give them at one moment. */
final class DaysOff {

    private final HolidayRules rules;
    private final Map<String, HolidayRuling> rulings;
    private final Map<Integer, Set<LocalDate>> dates = new HashMap<>();

    DaysOff(HolidayRules rules, List<HolidayRuling> rulings) {
        this.rules = rules;
        this.rulings = rulings.stream().collect(toMap(HolidayRuling::reference, r -> r));
    }

    boolean contains(LocalDate day) {
        return dates.computeIfAbsent(day.getYear(), this::datesOf).contains(day);
    }

    /** Those with at least one day in the period, both ends included, in the order of their first days. */
    List<Holiday> between(LocalDate from, LocalDate to) {
        return Stream.concat(ruled(from.getYear() - 1, to.getYear() + 1), exceptional())
                .filter(h -> !h.firstDay().isAfter(to) && !h.lastDay().isBefore(from))
                .sorted(Comparator.comparing(Holiday::firstDay).thenComparing(Holiday::reference))
                .toList();
    }

    Optional<Holiday> find(String reference) {
        return rules.find(reference)
                .map(this::ruled)
                .or(() -> exceptional()
                        .filter(h -> h.reference().equals(reference))
                        .findFirst());
    }

    Map<String, Integer> lastRulings() {
        return rulings.values().stream().collect(toMap(HolidayRuling::reference, HolidayRuling::version));
    }

    private Set<LocalDate> datesOf(int year) {
        if (year < HolidayRules.FIRST_YEAR || year > HolidayRules.LAST_YEAR) {
            throw CalendarRefusal.yearUnknown(year);
        }
        return between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .flatMap(Holiday::dates)
                .collect(toUnmodifiableSet());
    }

    private Stream<Holiday> ruled(int fromYear, int toYear) {
        return IntStream.rangeClosed(fromYear, toYear)
                .boxed()
                .flatMap(y -> rules.of(y).stream())
                .map(this::ruled);
    }

    private Holiday ruled(Holiday holiday) {
        @Nullable HolidayRuling ruling = rulings.get(holiday.reference());
        return ruling != null && ruling.settles() ? holiday.ruled(ruling.firstDay(), ruling.act()) : holiday;
    }

    private Stream<Holiday> exceptional() {
        return rulings.values().stream().filter(HolidayRuling::adds).map(HolidayRuling::exceptional);
    }
}
