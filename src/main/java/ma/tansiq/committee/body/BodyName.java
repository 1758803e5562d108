package ma.tansiq.committee.body;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a body is called, in the languages that people read.
 *
 * @param french the official name in the working language, which stands in where another is not known
 */
public record BodyName(
        String french, @Nullable String arabic, @Nullable String english) {

    public static BodyName of(String french) {
        return new BodyName(french, null, null);
    }

    /** The name in that language, in French when it is not known there. */
    public String in(Locale locale) {
        String translated = switch (locale.getLanguage()) {
            case "ar" -> arabic;
            case "en" -> english;
            default -> french;
        };
        return translated == null ? french : translated;
    }
}
