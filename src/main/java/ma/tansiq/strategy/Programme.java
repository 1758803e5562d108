package ma.tansiq.strategy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A programme of the strategy.
 *
 * @param lead code of the organisation that leads it, if known; {@code leadConfidence} says how sure that is
 */
@Table("programme")
public record Programme(
        @Id int number,
        ProgrammeKind kind,
        String nameFr,
        @Nullable String nameAr,
        @Nullable String nameEn,
        @Column("description_fr") @Nullable String description,
        @Nullable String lead,
        Confidence leadConfidence,
        Confidence confidence,
        @Nullable String provenance) {

    /** The name in that language, in French when it is not known there. */
    public String name(Locale locale) {
        return Names.of(locale, nameFr, nameFr, nameAr, nameEn);
    }
}
