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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;

/** What was submitted under the names of a form, or of one row of it: reads one value at a time, or refuses it. */
record Submission(Map<String, Object> values, FormFields form) {

    private static final int MAX_ROWS = 200;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");

    boolean has(String name) {
        return values.get(name) != null;
    }

    String label(String name) {
        return form.label(name);
    }

    /** What to say of an answer that is missing. */
    AnswerRefused missing(String name) {
        String hour = form.hourLabel(name);
        return hour.isEmpty() ? AnswerRefused.missing(label(name)) : AnswerRefused.missing(label(name), hour);
    }

    Optional<String> text(String name, int maxLength) {
        Object value = values.get(name);
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

    Optional<LocalDate> date(String name) {
        return typed(name, AnswerRefused.notDate(label(name)))
                .map(text -> inRange(parse(text, LocalDate::parse, AnswerRefused.notDate(label(name))), name));
    }

    Optional<Instant> dateTime(String name) {
        return typed(name, AnswerRefused.notDateTime(label(name)))
                .map(text -> parse(text, Submission::instant, AnswerRefused.notDateTime(label(name))))
                .filter(instant -> inRange(LocalDate.ofInstant(instant, LegalTime.ZONE), name) != null);
    }

    Optional<LocalTime> time(String name) {
        return typed(name, AnswerRefused.notTime(label(name)))
                .map(text -> parse(text, LocalTime::parse, AnswerRefused.notTime(label(name))));
    }

    Optional<BigDecimal> number(String name) {
        return number(name, AnswerRefused.notNumber(label(name)));
    }

    private Optional<BigDecimal> number(String name, AnswerRefused otherKind) {
        Object value = values.get(name);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        String digits = value instanceof BigDecimal number
                ? plain(number)
                : value.toString().strip();
        if (value instanceof Boolean || !NUMBER.matcher(digits).matches()) {
            throw otherKind;
        }
        return Optional.of(new BigDecimal(digits.replace(',', '.')));
    }

    Optional<Integer> wholeNumber(String name, int least, int most) {
        return number(name, AnswerRefused.notWhole(label(name), least, most))
                .map(number -> whole(name, number, least, most));
    }

    private int whole(String name, BigDecimal number, int least, int most) {
        if (number.stripTrailingZeros().scale() > 0) {
            throw AnswerRefused.notWhole(label(name), least, most);
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw AnswerRefused.outOfRange(label(name), least, most);
        }
        return number.intValue();
    }

    boolean flag(String name) {
        Object value = values.get(name);
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

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        return text(name, 100)
                .map(chosen -> Stream.of(choices.getEnumConstants())
                        .filter(constant -> constant.name().equals(chosen))
                        .findFirst()
                        .orElseThrow(() -> AnswerRefused.notChoice(label(name))));
    }

    Optional<Boolean> either(String name, String first, String second) {
        return text(name, 100).map(chosen -> {
            if (!chosen.equals(first) && !chosen.equals(second)) {
                throw AnswerRefused.notChoice(label(name));
            }
            return chosen.equals(first);
        });
    }

    List<String> texts(String name) {
        List<String> chosen = new ArrayList<>();
        for (Object entry : list(name)) {
            if (!(entry instanceof String text)) {
                throw AnswerRefused.notText(label(name));
            }
            chosen.add(Texts.clean(text));
        }
        return List.copyOf(chosen);
    }

    List<Submission> rows(String name) {
        List<Submission> rows = new ArrayList<>();
        for (Object row : list(name)) {
            if (!(row instanceof Map<?, ?> fields)) {
                throw AnswerRefused.notRows(label(name));
            }
            rows.add(new Submission(Submitted.names(fields), form.row(name, rows.size() + 1)));
        }
        return List.copyOf(rows);
    }

    private List<?> list(String name) {
        Object value = values.get(name);
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

    /** The text of a date or an hour; whatever is longer is none. */
    private Optional<String> typed(String name, AnswerRefused otherKind) {
        Object value = values.get(name);
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

    private static <T> T parse(String text, Function<String, T> parser, AnswerRefused refusal) {
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
}
