package ma.tansiq.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Whether it exists under this name on that day, as far as is known. */
    public boolean isActiveOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * An organisation has another name from that day on; what was written before keeps the old one.
     *
     * @param before as it was
     * @param after as it is
     */
    public record Renamed(Organisation before, Organisation after, LocalDate on) {}

    /**
     * Organisations ended and others stand in their place from that day on: seats and open matters follow. Published in
     * the transaction that makes it true, like the others.
     *
     * @param before those that ended
     * @param into who stands in their place unless {@code bySeat} says otherwise
     * @param bySeat code of the organisation that takes a seat, where they are several
     */
    public record Reorganised(
            List<Organisation> before,
            Organisation into,
            Map<String, Organisation> bySeat,
            LocalDate on,
            String act,
            String by) {}

    /** An organisation ended and nobody stands in its place; whoever still needs it refuses. */
    public record Closed(Organisation organisation, LocalDate lastDay) {}
}
