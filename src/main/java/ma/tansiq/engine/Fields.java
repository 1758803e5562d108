package ma.tansiq.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Named values that a person submitted, read by type. Nothing about them is believed: each getter refuses, in a
 * sentence with the field's label, what is missing, of another kind or too long. Text comes without control characters;
 * an empty text counts as missing. Instants are read in Morocco's legal time when they name no offset.
 */
public sealed class Fields permits Answers {

    private static final int DEFAULT_LENGTH = 4000;

    private final Submission submission;
    private final @Nullable Problems problems;
    private final Set<String> refused = new HashSet<>();

    Fields(Submission submission, @Nullable Problems problems) {
        this.submission = submission;
        this.problems = problems;
    }

    /**
     * Reads several answers and refuses all that are wrong at once, instead of one after the other. The reading has no
     * effect: it goes on after a refused answer, with a value that stands in, and a rule that this value breaks is none.
     */
    public <T> T read(Function<Fields, T> reading) {
        Problems found = new Problems();
        try {
            T read = reading.apply(gathering(found));
            found.refuse();
            return read;
        } catch (Refusal refusal) {
            found.refuse();
            throw refusal;
        }
    }

    /**
     * The same answers, except that each refusal is added there and the answer reads as given: an empty text, the least
     * number, the first choice, the beginning of 1970. Whoever asks for this refuses before changing anything, and
     * leaves what is not {@link #sound} out of rules.
     */
    public Fields gathering(Problems gathered) {
        return new Fields(submission, gathered);
    }

    /** While gathering: whether none of those fields was refused when it was read. */
    public boolean sound(String... names) {
        return Stream.of(names).noneMatch(refused::contains);
    }

    /** Whether something was submitted under that name. */
    public boolean has(String name) {
        return submission.has(name);
    }

    /** Whether the form asks for it: what began on an earlier diagram keeps its earlier form. */
    public boolean asks(String name) {
        return submission.form().knows(name);
    }

    /** How the form names that field, as refusals do. */
    public String label(String name) {
        return submission.label(name);
    }

    /** At most 4000 characters; empty when nothing was typed. */
    public Optional<String> text(String name) {
        return text(name, DEFAULT_LENGTH);
    }

    public Optional<String> text(String name, int maxLength) {
        return or(name, Optional.of(""), () -> submission.text(name, maxLength));
    }

    public String requiredText(String name, int maxLength) {
        return required(name, "", () -> submission.text(name, maxLength));
    }

    public LocalDate date(String name) {
        return required(name, LocalDate.EPOCH, () -> submission.date(name));
    }

    /** A day of the years 1900 to 2199. */
    public Optional<LocalDate> optionalDate(String name) {
        return or(name, Optional.of(LocalDate.EPOCH), () -> submission.date(name));
    }

    public Instant dateTime(String name) {
        return required(name, Instant.EPOCH, () -> submission.dateTime(name));
    }

    /** As forms send it: {@code 2027-03-15T10:00}, with or without an offset. */
    public Optional<Instant> optionalDateTime(String name) {
        return or(name, Optional.of(Instant.EPOCH), () -> submission.dateTime(name));
    }

    public LocalTime time(String name) {
        return required(name, LocalTime.MIDNIGHT, () -> submission.time(name));
    }

    /** A time of day, {@code 10:00}. */
    public Optional<LocalTime> optionalTime(String name) {
        return or(name, Optional.of(LocalTime.MIDNIGHT), () -> submission.time(name));
    }

    public BigDecimal number(String name) {
        return required(name, BigDecimal.ZERO, () -> submission.number(name));
    }

    /** Up to 15 digits before and 6 after the decimal sign. */
    public Optional<BigDecimal> optionalNumber(String name) {
        return or(name, Optional.of(BigDecimal.ZERO), () -> submission.number(name));
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public int wholeNumber(String name, int least, int most) {
        return required(name, least, () -> submission.wholeNumber(name, least, most));
    }

    /** A box that was ticked; one that was not, or is absent, is {@code false}. */
    public boolean flag(String name) {
        return or(name, false, () -> submission.flag(name));
    }

    /** One of the names of that enumeration. */
    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        return required(name, choices.getEnumConstants()[0], () -> submission.choice(name, choices));
    }

    public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> choices) {
        return or(name, Optional.of(choices.getEnumConstants()[0]), () -> submission.choice(name, choices));
    }

    /** Whether the first of the two possible answers was given; anything but these two is refused. */
    public boolean either(String name, String first, String second) {
        return required(name, false, () -> submission.either(name, first, second));
    }

    public Optional<Boolean> optionalEither(String name, String first, String second) {
        return or(name, Optional.of(false), () -> submission.either(name, first, second));
    }

    /** The chosen entries of a check list, at most 200; empty when none. */
    public List<String> texts(String name) {
        return or(name, List.of(), () -> submission.texts(name));
    }

    /** The rows of a list in the order of the form, at most 200; empty when there are none. */
    public List<Fields> rows(String name) {
        return or(
                name,
                List.of(),
                () -> submission.rows(name).stream()
                        .map(row -> new Fields(row, problems))
                        .toList());
    }

    /** What each row says; while gathering, a row of which something was refused is left out. */
    public <T> List<T> rows(String name, Function<Fields, T> reading) {
        List<T> read = new ArrayList<>();
        for (Fields row : rows(name)) {
            T each = reading.apply(row);
            if (row.refused.isEmpty()) {
                read.add(each);
            }
        }
        return List.copyOf(read);
    }

    private <T> T required(String name, T standIn, Supplier<Optional<T>> reading) {
        return or(name, standIn, () -> reading.get().orElseThrow(() -> submission.missing(name)));
    }

    private <T> T or(String name, T standIn, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (AnswerRefused refusal) {
            if (problems == null) {
                throw refusal;
            }
            problems.add(refusal);
            refused.add(name);
            return standIn;
        }
    }
}
