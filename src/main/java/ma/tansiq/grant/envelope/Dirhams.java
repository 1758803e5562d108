package ma.tansiq.grant.envelope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An amount of Moroccan dirhams: zero or more, to the centime.
 *
 * @param amount with two decimals, at most thirteen digits before them
 */
public record Dirhams(@JsonValue BigDecimal amount) implements Comparable<Dirhams> {

    private static final char NO_BREAK = '\u00a0';

    private static final BigDecimal LARGEST = new BigDecimal("9999999999999.99");

    public static final Dirhams ZERO = new Dirhams(BigDecimal.ZERO);

    /** @throws EnvelopeRefusal when the amount is negative, finer than a centime, or more than can be kept */
    @JsonCreator
    public Dirhams {
        if (amount.signum() < 0) {
            throw EnvelopeRefusal.because("negative");
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            throw EnvelopeRefusal.because("tooFine");
        }
        if (amount.compareTo(LARGEST) > 0) {
            throw EnvelopeRefusal.because("tooLarge");
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Dirhams of(long whole) {
        return new Dirhams(BigDecimal.valueOf(whole));
    }

    public static Dirhams of(String amount) {
        return new Dirhams(new BigDecimal(amount));
    }

    public Dirhams plus(Dirhams other) {
        return new Dirhams(amount.add(other.amount));
    }

    /** @throws EnvelopeRefusal when the other is more */
    public Dirhams minus(Dirhams other) {
        return new Dirhams(amount.subtract(other.amount));
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isMoreThan(Dirhams other) {
        return compareTo(other) > 0;
    }

    /** As people read it in all languages: {@code 1 234 567,89 DH}, with spaces that do not break. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.2f", amount)
                        .replace(',', NO_BREAK)
                        .replace('.', ',') + NO_BREAK + "DH";
    }

    @Override
    public int compareTo(Dirhams other) {
        return amount.compareTo(other.amount);
    }
}
