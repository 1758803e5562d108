package ma.tansiq.strategy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One strategy as its file describes it, already checked: codes are unique and every reference leads to an entry.
 * French texts are the strategy's own; Arabic and English ones may be absent.
 */
public record StrategyFile(
        Head head,
        List<Objective> strategicObjectives,
        List<Region> regions,
        List<Organisation> organisations,
        List<Programme> programmes,
        List<SpecificObjective> specificObjectives,
        List<Level> levels,
        List<Body> bodies,
        List<Matter> matters) {

    /** Published in the transaction that loads the file; listeners store their part of it there and then, or fail it. */
    public record Loaded(StrategyFile file, String source) {

        /** To be thrown when that line cannot be accepted; the start fails, and nothing is loaded. */
        public RuntimeException refusal(int line, String reason) {
            return new StrategyFileRefused(source, List.of(new StrategyFileRefused.Problem(line, reason)));
        }
    }

    /** A name or text with what is known about it. */
    public record Text(
            @Nullable String fr,
            @Nullable String ar,
            @Nullable String en,
            Confidence confidence,
            @Nullable String provenance) {}

    public record Head(
            String code,
            Text name,
            @Nullable LocalDate adopted,
            @Nullable String adoptedBy) {}

    public record Objective(int number, Text name) {}

    /** @param iso ISO 3166-2, {@code MA-02} */
    public record Region(String iso, Text name) {}

    /**
     * @param from first day of its existence under this name, if known
     * @param to last day, if it is over
     * @param successor code of the organisation that took over
     */
    public record Organisation(
            String code,
            Text name,
            OrganisationKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String successor) {}

    public record Programme(
            int number,
            ProgrammeKind kind,
            Text name,
            @Nullable String description,
            @Nullable String lead,
            Confidence leadConfidence) {}

    public record SpecificObjective(
            String code, int position, @Nullable Integer programme, Text text) {}

    /**
     * A level of the tree of bodies (rule A1).
     *
     * @param position from 1, the highest first
     * @param process {@code PROGRAMME_COMMITTEE_MEETING}, {@code STEERING_REVIEW} or {@code INTERMINISTERIAL_SESSION}
     * @param rules whose row of {@code MeetingRules.dmn} it follows
     * @param line where it stands in the file
     */
    public record Level(
            String code,
            int position,
            String nameFr,
            @Nullable String nameAr,
            @Nullable String nameEn,
            String process,
            String rules,
            int line) {}

    /**
     * @param level code of its level
     * @param cadence period between two meetings; empty when the body meets by decision only
     */
    public record Body(
            String code,
            int position,
            String level,
            Text name,
            @Nullable String parent,
            @Nullable Integer programme,
            @Nullable Period cadence,
            Confidence cadenceConfidence,
            boolean partnersVote,
            List<Seat> seats) {}

    /**
     * A seat of a body; the file names the organisation, never the person.
     *
     * @param seat {@code CP11.m1}
     * @param role {@code CHAIR}, {@code FULL_MEMBER}, …
     * @param category {@code INSTITUTION}, {@code INTERNATIONAL_PARTNER}, …
     * @param alternateOf for an alternate, the seat that it replaces
     */
    public record Seat(
            String seat,
            String role,
            @Nullable String organisation,
            String category,
            LocalDate from,
            @Nullable String alternateOf,
            boolean assumption) {}

    /**
     * A question that waits for the first agenda of a body.
     *
     * @param code the source's own, {@code REC-1}
     * @param body code of the body it comes before
     * @param title short title in French
     * @param text wording of the source, in French
     * @param period the years that the source means, {@code 2018-2019}
     * @param source where the text stands
     */
    public record Matter(
            String code,
            String body,
            String title,
            String text,
            @Nullable String period,
            String source,
            Confidence confidence) {}
}
