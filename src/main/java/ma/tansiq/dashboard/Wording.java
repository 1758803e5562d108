package ma.tansiq.dashboard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text of the strategy in the reader's language, or in French when it has no wording there.
 *
 * @param language what the text is written in, for the {@code lang} attribute
 */
record Wording(String text, String language) {

    static Wording in(Locale reader, String french, @Nullable String arabic, @Nullable String english) {
        if (reader.getLanguage().equals("ar") && arabic != null) {
            return new Wording(arabic, "ar");
        }
        if (reader.getLanguage().equals("en") && english != null) {
            return new Wording(english, "en");
        }
        return new Wording(french, "fr");
    }

    public String direction() {
        return language.equals("ar") ? "rtl" : "ltr";
    }
}
