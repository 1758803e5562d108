package ma.tansiq.committee.paper;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * One paper in the languages that it was made in.
 *
 * @param french in the working language: what is signed and sealed, and what stands in for another
 */
@NamedInterface("paper")
public record PaperEditions(
        UUID french, @Nullable UUID arabic, @Nullable UUID english) {

    /** A paper that there is in French alone. */
    public static PaperEditions of(UUID french) {
        return new PaperEditions(french, null, null);
    }

    /** What somebody who reads that language gets. */
    public UUID in(Locale locale) {
        UUID translated = translation(locale);
        return translated == null ? french : translated;
    }

    /** End of the file's name in that language. */
    public String ending(Locale locale) {
        return translation(locale) == null ? "" : "-" + locale.getLanguage();
    }

    private @Nullable UUID translation(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ar" -> arabic;
            case "en" -> english;
            default -> null;
        };
    }
}
