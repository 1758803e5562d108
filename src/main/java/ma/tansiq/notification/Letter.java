package ma.tansiq.notification;

import java.util.List;
import java.util.Locale;

/**
 * What a mail says, in one language, before it becomes HTML and text: what happened, why you, until when, what to do, and
 * where to do it.
 *
 * @param links what to open: first the recipient's own tasks, last the page of what the letter is about, which stays
 * @param items lines under {@code itemsTitle}, such as the agenda; may be empty
 * @param answers what only the recipient may open, which is left out of copies
 * @param entries lines that lead somewhere each, such as the tasks of a digest; may be empty
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
        List<Link> entries,
        String action,
        List<Link> answers,
        List<Link> links,
        String footer) {

    /** A labelled value: date, time, place. */
    record Fact(String label, String value) {}

    /** An address with what one does there. */
    record Link(String label, String address) {}

    /** The address of the page that stays when all tasks are done. */
    String page() {
        return links.get(links.size() - 1).address();
    }

    public String language() {
        return locale.getLanguage();
    }

    public String direction() {
        return "ar".equals(language()) ? "rtl" : "ltr";
    }
}
