package ma.tansiq.deadline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people call the thing that a task is about, in the languages that it has a name in.
 *
 * @param french stands in where another is not known; empty when it has no name
 */
public record SubjectTitle(
        String french, @Nullable String arabic, @Nullable String english) {

    public static SubjectTitle of(String french) {
        return new SubjectTitle(french, null, null);
    }

    public String in(Locale locale) {
        String translated = switch (locale.getLanguage()) {
            case "ar" -> arabic;
            case "en" -> english;
            default -> french;
        };
        return translated == null ? french : translated;
    }

    public boolean isEmpty() {
        return french.isEmpty();
    }
}
