package ma.tansiq.strategy;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An organisation that takes part in the strategy, under the name it has between two dates.
 *
 * @param validFrom first day under this name, if known
 * @param validTo last day, when it no longer exists under this name; old documents keep the old name
 * @param successor code of the organisation that took over
 */
@Table("organisation")
public record Organisation(
        @Id String code,
        @Nullable String nameFr,
        @Nullable String nameAr,
        @Nullable String nameEn,
        OrganisationKind kind,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor,
        Confidence confidence,
        @Nullable String provenance) {

    /** The name in that language, else in French, else the code. */
    public String name(Locale locale) {
        return Names.of(locale, code, nameFr, nameAr, nameEn);
    }
}
