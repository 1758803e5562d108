package ma.tansiq.strategy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Picks a name by language: French where the wanted one is not known, and a code where that is not known either. */
final class Names {

    private Names() {}

    static String of(
            Locale locale, String code, @Nullable String french, @Nullable String arabic, @Nullable String english) {
        String wanted = switch (locale.getLanguage()) {
            case "ar" -> arabic;
            case "en" -> english;
            default -> french;
        };
        if (wanted != null) {
            return wanted;
        }
        return french == null ? code : french;
    }
}
