package ma.tansiq.strategy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Texts;
import ma.tansiq.strategy.StrategyEntry.Field;
import ma.tansiq.strategy.StrategyEntry.Input;
import ma.tansiq.strategy.StrategyEntry.Kind;
import org.springframework.stereotype.Component;

/** What may stand in the fields of an entry of the strategy. */
@Component
class StrategyRules {

    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\".]+(\\.[^\\s@,;<>\".]+)+");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final StrategyEntries entries;

    StrategyRules(StrategyEntries entries) {
        this.entries = entries;
    }

    /** The texts as they are to be kept, without those that are empty; adds what is wrong with each of them. */
    Map<String, String> checked(Kind kind, String key, Map<String, String> typed, Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            problems.check(() -> {
                String text = checked(field, typed.getOrDefault(field.column(), ""));
                if (!text.isEmpty()) {
                    values.put(field.column(), text);
                }
            });
        }
        if (kind == Kind.ORGANISATION && problems.none()) {
            problems.check(() -> checkDates(values));
            problems.check(() -> checkSuccessor(key, values.getOrDefault("successor", "")));
        }
        return values;
    }

    private String checked(Field field, String typed) {
        String text = clean(typed, field.input() == Input.TEXT);
        if (text.isEmpty()) {
            if (field.required()) {
                throw StrategyRefusal.nameMissing();
            }
            return "";
        }
        if (text.codePointCount(0, text.length()) > field.longest()) {
            throw StrategyRefusal.tooLong(field.longest(), text);
        }
        checkInput(field.input(), text);
        return text;
    }

    private void checkInput(Input input, String text) {
        switch (input) {
            case DATE -> date(text);
            case MAIL -> checkMail(text);
            case ORGANISATION_KIND -> checkKind(text);
            case PROGRAMME -> checkReference(Kind.PROGRAMME, text);
            case ORGANISATION -> checkReference(Kind.ORGANISATION, text);
            case LINE, TEXT -> {}
        }
    }

    private static String clean(String typed, boolean lines) {
        String text = Texts.clean(typed);
        return (lines ? text : text.replaceAll("\\s+", " ")).strip();
    }

    private static void checkMail(String text) {
        if (!MAIL.matcher(text).matches()) {
            throw StrategyRefusal.notAnAddress(text);
        }
    }

    private static void checkKind(String text) {
        if (Arrays.stream(OrganisationKind.values())
                .noneMatch(kind -> kind.name().equals(text))) {
            throw StrategyRefusal.unknownReference(text);
        }
    }

    private void checkReference(Kind kind, String key) {
        if (entries.find(kind, key).isEmpty()) {
            throw StrategyRefusal.unknownReference(key);
        }
    }

    private static void checkDates(Map<String, String> values) {
        String from = values.getOrDefault("valid_from", "");
        String to = values.getOrDefault("valid_to", "");
        if (!from.isEmpty() && !to.isEmpty() && date(to).isBefore(date(from))) {
            throw StrategyRefusal.datesReversed();
        }
        if (to.isEmpty() && values.containsKey("successor")) {
            throw StrategyRefusal.successorWithoutEnd();
        }
    }

    private void checkSuccessor(String key, String successor) {
        if (successor.equals(key)) {
            throw StrategyRefusal.ownSuccessor(key);
        }
        Set<String> passed = new HashSet<>(Set.of(key));
        String next = successor;
        while (!next.isEmpty()) {
            if (!passed.add(next)) {
                throw StrategyRefusal.circle(next);
            }
            next = entries.find(Kind.ORGANISATION, next)
                    .map(entry -> entry.value("successor"))
                    .orElse("");
        }
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException wrong) {
            StrategyRefusal refusal = StrategyRefusal.notADate(text);
            refusal.initCause(wrong);
            throw refusal;
        }
        throw StrategyRefusal.notADate(text);
    }
}
