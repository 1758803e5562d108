package ma.tansiq.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When each person is away during the period: most once or twice, some for weeks. */
class Absences {

    /** From this length on, a chair is replaced by an interim. */
    static final int LONG_DAYS = 15;

    private final Chance chance;
    private final LocalDate from;
    private final int days;
    private final Map<String, List<Absence>> known = new ConcurrentHashMap<>();

    Absences(Chance chance, LocalDate from, int days) {
        this.chance = chance.about("absences");
        this.from = from;
        this.days = days;
    }

    /** Both days included. */
    record Absence(LocalDate first, LocalDate last) {

        boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        boolean isLong() {
            return first.plusDays(LONG_DAYS - 1L).compareTo(last) <= 0;
        }

        boolean meets(Absence other) {
            return !other.last.isBefore(first) && !other.first.isAfter(last);
        }
    }

    List<Absence> of(String account) {
        return known.computeIfAbsent(account, this::draw);
    }

    /** The absence that includes that day, if that person is away. */
    Optional<Absence> at(String account, LocalDate day) {
        return of(account).stream().filter(each -> each.includes(day)).findFirst();
    }

    boolean isAway(String account, LocalDate day) {
        return at(account, day).isPresent();
    }

    /** A short one in the first part of the period, a longer one in the second, by chance. */
    private List<Absence> draw(String account) {
        List<Absence> drawn = new ArrayList<>();
        Chance first = chance.about(account, "first");
        if (first.happens(0.35)) {
            drawn.add(absence(first, 0.05, 0.45, 4, 11));
        }
        Chance second = chance.about(account, "second");
        if (second.happens(0.5)) {
            drawn.add(absence(second, 0.5, 0.95, 7, 25));
        }
        return List.copyOf(drawn);
    }

    private Absence absence(Chance of, double earliest, double latest, int shortest, int longest) {
        LocalDate first = from.plusDays((long) (days * of.about("when").between(earliest, latest)));
        return new Absence(first, first.plusDays(of.about("length").between(shortest, longest) - 1L));
    }
}
