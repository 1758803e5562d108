package ma.tansiq.strategy;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A specific objective (OSP). Where the confidence is {@link Confidence#UNKNOWN} its text and programme are not known.
 *
 * @param position place among all objectives, from 1
 */
@Table("specific_objective")
public record SpecificObjective(
        @Id String code,
        int position,
        @Nullable Integer programme,
        @Nullable String textFr,
        @Nullable String textAr,
        @Nullable String textEn,
        Confidence confidence,
        @Nullable String provenance) {}
