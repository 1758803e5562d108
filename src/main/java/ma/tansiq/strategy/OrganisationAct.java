package ma.tansiq.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An act that changed organisations (rule A1b).
 *
 * @param act its number
 * @param on first day on which it holds; the last day for an organisation that closes
 * @param before who was part of it, under the names of that time
 * @param after who is since; of a rename the same under its new name, of a closing nobody
 */
public record OrganisationAct(Kind kind, String act, LocalDate on, List<Part> before, List<Part> after) {

    /** What an act does. */
    public enum Kind {
        FOUNDED,
        RENAMED,
        MERGED,
        SPLIT,
        CLOSED
    }

    /** An organisation under the names that it had. */
    public record Part(
            String code,
            @Nullable String nameFr,
            @Nullable String nameAr,
            @Nullable String nameEn) {

        static Part of(Organisation organisation) {
            return new Part(organisation.code(), organisation.nameFr(), organisation.nameAr(), organisation.nameEn());
        }

        public String name(Locale locale) {
            return Names.of(locale, code, nameFr, nameAr, nameEn);
        }
    }
}
