package ma.tansiq.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that people read, with the conventions of Morocco: Western digits also in Arabic. */
public enum Language {
    FRENCH(Locale.FRANCE, "Français"),
    ARABIC(new Locale("ar", "MA"), "العربية"),
    ENGLISH(Locale.UK, "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** The language of that ISO 639 code or locale ({@code ar}, {@code ar-MA}); empty when it is not offered. */
    public static Optional<Language> of(@Nullable String tag) {
        String code = Locale.forLanguageTag(tag == null ? "" : tag).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** {@code fr}, {@code ar} or {@code en} */
    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** Its name in itself, as a reader of it looks for it. */
    public String ownName() {
        return ownName;
    }

    public boolean rightToLeft() {
        return this == ARABIC;
    }
}
