package ma.tansiq.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import org.springframework.context.MessageSource;

/** Texts, dates and times in the language of one recipient; dates and times are Morocco's legal ones (rule D3). */
final class Phrases {

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    private final MessageSource messages;
    private final Locale locale;

    Phrases(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage("mail." + key, arguments, locale);
    }

    /** What another module calls something of its own. */
    String named(String key) {
        return messages.getMessage(key, null, locale);
    }

    /** What pages call a task of that kind. */
    String task(String kind, String frenchName) {
        return Objects.requireNonNull(messages.getMessage("task." + kind, null, frenchName, locale));
    }

    /** {@code jeudi 12 mars 2026}, in Arabic with Morocco's names of months and Western digits. */
    String date(LocalDate day) {
        return day.format(LegalTime.inWords(regional()));
    }

    String date(Instant instant) {
        return date(local(instant).toLocalDate());
    }

    String shortDate(LocalDate day) {
        return day.format(SHORT_DATE);
    }

    String shortDate(Instant instant) {
        return shortDate(local(instant).toLocalDate());
    }

    String time(Instant instant) {
        return local(instant).format(TIME);
    }

    /** Day and hour together. */
    String moment(Instant instant) {
        return date(instant) + (isArabic() ? "، " : ", ") + time(instant);
    }

    /** In Arabic, each value apart from the sentence round it, so that references and hours keep their direction. */
    Object[] isolated(Object... values) {
        if (!isArabic()) {
            return values;
        }
        return Stream.of(values)
                .map(each -> FIRST_STRONG_ISOLATE + each + POP_ISOLATE)
                .toArray();
    }

    private Locale regional() {
        return isArabic() ? Locale.forLanguageTag("ar-MA") : locale;
    }

    private boolean isArabic() {
        return "ar".equals(locale.getLanguage());
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(LegalTime.ZONE);
    }
}
