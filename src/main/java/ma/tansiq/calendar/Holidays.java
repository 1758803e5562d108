package ma.tansiq.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.stereotype.Component;

/**
 * Days off of Morocco's public sector (rule D2): fixed days, religious days estimated from the Hijri calendar until an
 * administrator confirms or moves them, exceptional days. Read once per transaction, so that all deadlines computed in
 * it agree; outside a transaction every call sees the newest state.
 */
@Component
public class Holidays {

    private static final String ALL = "all";

    private final OncePerTransaction<String, DaysOff> known = new OncePerTransaction<>();
    private final HolidayRules rules;
    private final HolidayRulings rulings;

    Holidays(HolidayRules rules, HolidayRulings rulings) {
        this.rules = rules;
        this.rulings = rulings;
    }

    /** Those with at least one day in the period, both ends included, in the order of their first days. */
    public List<Holiday> between(LocalDate from, LocalDate to) {
        return daysOff().between(from, to);
    }

    /** What makes that day a day off; a weekend is none. */
    public Optional<Holiday> on(LocalDate day) {
        return between(day, day).stream().findFirst();
    }

    /** The fixed or religious occurrence with that reference, or the exceptional day in force. */
    public Optional<Holiday> find(String reference) {
        return daysOff().find(reference);
    }

    /** What administrators ruled about days off between those days, the latest first; no more than that many. */
    public List<HolidayRuling> rulings(LocalDate from, LocalDate to, int limit) {
        return rulings.between(from, to, limit);
    }

    /**
     * How often rulings made that day off by this holiday after it was worked: 2 when it was withdrawn, or moved away,
     * and set again. Ruling the same again does not count.
     */
    public int timesSet(Holiday holiday, LocalDate day) {
        boolean off = rules.find(holiday.reference())
                .filter(estimate -> estimate.includes(day))
                .isPresent();
        int times = 0;
        for (HolidayRuling ruling : rulings.of(holiday.reference())) {
            boolean before = off;
            off = ruling.puts(day, holiday.days());
            times += !before && off ? 1 : 0;
        }
        return times;
    }

    /** Number of the last ruling on each day off that was ever ruled on, by its reference. */
    public Map<String, Integer> lastRulings() {
        return daysOff().lastRulings();
    }

    DaysOff daysOff() {
        return known.get(ALL, all -> new DaysOff(rules, rulings.current()));
    }

    /** Called after a ruling, so that the rest of its transaction counts with it. */
    void forget() {
        known.forget(ALL);
    }
}
