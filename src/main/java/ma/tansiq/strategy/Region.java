package ma.tansiq.strategy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A region of the country.
 *
 * @param iso ISO 3166-2, {@code MA-02}
 */
@Table("region")
public record Region(
        @Id String iso,
        String nameFr,
        @Nullable String nameAr,
        @Nullable String nameEn,
        Confidence confidence,
        @Nullable String provenance) {

    /** The name in that language, in French when it is not known there. */
    public String name(Locale locale) {
        return Names.of(locale, nameFr, nameFr, nameAr, nameEn);
    }
}
