package ma.tansiq.administration;

import java.util.Locale;
import java.util.Set;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.identity.AdminChange;
import org.jspecify.annotations.Nullable;

/** A change as the record shows it, with the name of whoever made it. */
record ChangeLine(AdminChange change, String who) {

    private static final Set<String> WORDS = Set.of("confidence", "lead_confidence");

    /** Key of what was changed. */
    public String label() {
        return "admin.change." + change.what().toLowerCase(Locale.ROOT);
    }

    /** Key of what it is about when its reference is no word that people know; null when it is. */
    public @Nullable String subjectKey() {
        return change.what().startsWith("HOLIDAY_") ? Holiday.nameKey(change.subject()) : null;
    }

    public boolean isValued() {
        return change.before() != null || change.after() != null;
    }

    /** Whether before and after are words of ours, with the keys {@link #beforeKey()} and {@link #afterKey()}. */
    public boolean isWord() {
        return WORDS.contains(change.what());
    }

    public String beforeKey() {
        return key(change.before());
    }

    public String afterKey() {
        return key(change.after());
    }

    private static String key(@Nullable String word) {
        return word == null ? "admin.none" : "admin.confidence." + word;
    }
}
