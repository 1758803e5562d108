package ma.tansiq.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import org.jspecify.annotations.Nullable;

/**
 * Named values that a person submitted, read by type. Nothing about them is believed: each getter refuses, in a
 * sentence with the field's label, what is missing, of another kind or too long; inside {@link Answers#read} all that
 * is refused is told at once. Text comes without control characters; an empty text counts as missing. Instants are
 * read in Morocco's legal time when they name no offset.
 */
public sealed class Fields permits Answers {

    private static final int DEFAULT_LENGTH = 4000;
    private static final int MAX_ROWS = 200;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");

    private final Map<String, Object> values;
    private final FormFields form;
    private final Findings findings;

    Fields(Map<String, Object> values, FormFields form, Findings findings) {
        this.values = values;
        this.form = form;
        this.findings = findings;
    }

    /** Whether something was submitted under that name. */
    public boolean has(String name) {
        return value(name) != null;
    }

    /** At most 4000 characters; empty when nothing was typed. */
    public Optional<String> text(String name) {
        return text(name, DEFAULT_LENGTH);
    }

    public Optional<String> text(String name, int maxLength) {
        return findings.or(Optional.empty(), () -> readText(name, maxLength));
    }

    private Optional<String> readText(String name, int maxLength) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String typed)) {
            throw AnswerRefused.notText(label(name));
        }
        String text = form.singleLine(name) ? Texts.clean(typed).replaceAll("[\\n\\t]+", " ") : Texts.clean(typed);
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw AnswerRefused.tooLong(label(name), maxLength, text.codePointCount(0, text.length()));
        }
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    public String requiredText(String name, int maxLength) {
        return required(name, "", () -> readText(name, maxLength));
    }

    public LocalDate date(String name) {
        return required(name, LocalDate.EPOCH, () -> readDate(name));
    }

    /** A day of the years 1900 to 2199. */
    public Optional<LocalDate> optionalDate(String name) {
        return findings.or(Optional.empty(), () -> readDate(name));
    }

    private Optional<LocalDate> readDate(String name) {
        return typed(name, AnswerRefused.notDate(label(name)))
                .map(text -> inRange(parse(text, LocalDate::parse, AnswerRefused.notDate(label(name))), name));
    }

    public Instant dateTime(String name) {
        return required(name, Instant.EPOCH, () -> readDateTime(name));
    }

    /** As forms send it: {@code 2027-03-15T10:00}, with or without an offset. */
    public Optional<Instant> optionalDateTime(String name) {
        return findings.or(Optional.empty(), () -> readDateTime(name));
    }

    private Optional<Instant> readDateTime(String name) {
        return typed(name, AnswerRefused.notDateTime(label(name)))
                .map(text -> parse(text, Fields::instant, AnswerRefused.notDateTime(label(name))))
                .filter(instant -> inRange(LocalDate.ofInstant(instant, LegalTime.ZONE), name) != null);
    }

    public LocalTime time(String name) {
        return required(name, LocalTime.MIDNIGHT, () -> readTime(name));
    }

    /** A time of day, {@code 10:00}. */
    public Optional<LocalTime> optionalTime(String name) {
        return findings.or(Optional.empty(), () -> readTime(name));
    }

    private Optional<LocalTime> readTime(String name) {
        return typed(name, AnswerRefused.notTime(label(name)))
                .map(text -> parse(text, LocalTime::parse, AnswerRefused.notTime(label(name))));
    }

    public BigDecimal number(String name) {
        return required(name, BigDecimal.ZERO, () -> readNumber(name));
    }

    /** Up to 15 digits before and 6 after the decimal sign. */
    public Optional<BigDecimal> optionalNumber(String name) {
        return findings.or(Optional.empty(), () -> readNumber(name));
    }

    private Optional<BigDecimal> readNumber(String name) {
        Object value = value(name);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        String digits = value instanceof BigDecimal number
                ? plain(number)
                : value.toString().strip();
        if (value instanceof Boolean || !NUMBER.matcher(digits).matches()) {
            throw AnswerRefused.notNumber(label(name));
        }
        return Optional.of(new BigDecimal(digits.replace(',', '.')));
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    public int wholeNumber(String name, int least, int most) {
        return required(name, least, () -> readNumber(name).map(number -> whole(name, number, least, most)));
    }

    private int whole(String name, BigDecimal number, int least, int most) {
        if (number.stripTrailingZeros().scale() > 0) {
            throw AnswerRefused.notNumber(label(name));
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw AnswerRefused.outOfRange(label(name), least, most);
        }
        return number.intValue();
    }

    /** A box that was ticked; one that was not, or is absent, is {@code false}. */
    public boolean flag(String name) {
        return findings.or(false, () -> readFlag(name));
    }

    private boolean readFlag(String name) {
        Object value = value(name);
        if (value == null || "".equals(value)) {
            return false;
        }
        if (value instanceof Boolean ticked) {
            return ticked;
        }
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw AnswerRefused.notFlag(label(name));
        };
    }

    /** One of the names of that enumeration. */
    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        return required(name, choices.getEnumConstants()[0], () -> readChoice(name, choices));
    }

    public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> choices) {
        return findings.or(Optional.empty(), () -> readChoice(name, choices));
    }

    private <E extends Enum<E>> Optional<E> readChoice(String name, Class<E> choices) {
        return readText(name, 100)
                .map(chosen -> Stream.of(choices.getEnumConstants())
                        .filter(constant -> constant.name().equals(chosen))
                        .findFirst()
                        .orElseThrow(() -> AnswerRefused.notChoice(label(name))));
    }

    /** Whether the first of the two possible answers was given; anything but these two is refused. */
    public boolean either(String name, String first, String second) {
        return required(name, false, () -> readEither(name, first, second));
    }

    private Optional<Boolean> readEither(String name, String first, String second) {
        return readText(name, 100).map(chosen -> {
            if (!chosen.equals(first) && !chosen.equals(second)) {
                throw AnswerRefused.notChoice(label(name));
            }
            return chosen.equals(first);
        });
    }

    /** The chosen entries of a check list, at most 200; empty when none. */
    public List<String> texts(String name) {
        return findings.or(List.of(), () -> readTexts(name));
    }

    private List<String> readTexts(String name) {
        List<String> chosen = new ArrayList<>();
        for (Object entry : list(name)) {
            if (!(entry instanceof String text)) {
                throw AnswerRefused.notText(label(name));
            }
            chosen.add(Texts.clean(text));
        }
        return List.copyOf(chosen);
    }

    /** The rows of a list in the order of the form, at most 200; empty when there are none. */
    public List<Fields> rows(String name) {
        return findings.or(List.of(), () -> readRows(name));
    }

    private List<Fields> readRows(String name) {
        List<Fields> rows = new ArrayList<>();
        for (Object row : list(name)) {
            if (!(row instanceof Map<?, ?> fields)) {
                throw AnswerRefused.notRows(label(name));
            }
            rows.add(new Fields(Submitted.names(fields), form.row(name, rows.size() + 1), findings));
        }
        return List.copyOf(rows);
    }

    private List<?> list(String name) {
        Object value = value(name);
        if (value == null || "".equals(value)) {
            return List.of();
        }
        if (!(value instanceof List<?> entries)) {
            throw AnswerRefused.notRows(label(name));
        }
        if (entries.size() > MAX_ROWS) {
            throw AnswerRefused.tooManyRows(label(name), MAX_ROWS);
        }
        return entries;
    }

    private Optional<String> typed(String name, AnswerRefused otherKind) {
        Object value = value(name);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        if (value instanceof String text && text.length() < 50) {
            return Optional.of(text.strip());
        }
        throw otherKind;
    }

    private LocalDate inRange(LocalDate date, String name) {
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            throw AnswerRefused.notDate(label(name));
        }
        return date;
    }

    private static <T> T parse(String text, java.util.function.Function<String, T> parser, AnswerRefused refusal) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static Instant instant(String text) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime exact
                ? exact.toInstant()
                : LocalDateTime.from(parsed).atZone(LegalTime.ZONE).toInstant();
    }

    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > 30 ? "" : number.toPlainString();
    }

    private <T> T required(String name, T standIn, Supplier<Optional<T>> reading) {
        return findings.or(standIn, () -> reading.get().orElseThrow(() -> AnswerRefused.missing(label(name))));
    }

    private @Nullable Object value(String name) {
        return values.get(name);
    }

    private String label(String name) {
        return form.label(name);
    }
}
