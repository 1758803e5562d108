package ma.tansiq.notification;

import java.util.List;
import java.util.Locale;

/**
 * What a mail says, in one language, before it becomes HTML and text: what happened, why you, until when, what to do, and
 * one link.
 *
 * @param items lines under {@code itemsTitle}, such as the agenda; may be empty
 */
record Letter(
        Locale locale,
        String subject,
        String greeting,
        String title,
        List<String> paragraphs,
        List<Fact> facts,
        String itemsTitle,
        List<String> items,
        String action,
        String linkLabel,
        String link,
        String footer) {

    /** A labelled value: date, time, place. */
    record Fact(String label, String value) {}

    public String language() {
        return locale.getLanguage();
    }

    public String direction() {
        return "ar".equals(language()) ? "rtl" : "ltr";
    }
}
