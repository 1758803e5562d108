package ma.tansiq.committee.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of the calendar year, written {@code 2026-Q2}.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Comparator<Quarter> ORDER =
            Comparator.comparingInt(Quarter::year).thenComparingInt(Quarter::number);

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter has the number " + number);
        }
    }

    /** The quarter that the day is in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** @throws IllegalArgumentException when it is not written so */
    public static Quarter parse(String written) {
        Matcher quarter = WRITTEN.matcher(written);
        if (!quarter.matches()) {
            throw new IllegalArgumentException("not a quarter: " + written);
        }
        return new Quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)));
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%04d-Q%d".formatted(year, number);
    }
}
