package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import ma.tansiq.strategy.Confidence;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A body of the governance: a node of the tree that ends in the interministerial committee (rule A1).
 *
 * @param code {@code CP11}, {@code COPIL}, {@code CI}
 * @param position place in lists, lowest first
 * @param parent code of the body that referrals rise to, empty at the top
 * @param programme number of the programme that a programme committee serves
 * @param level code of its level in the strategy
 * @param rules whose rules the level follows in the decision tables: {@code CP}, {@code COPIL}, {@code CI}
 * @param process by which the level meets
 * @param cadence ISO 8601 period between two meetings; empty when the body meets by decision only (rule A2)
 * @param cadenceConfidence how sure the cadence is, in the words of the strategy's file
 * @param partnersVote whether international partners vote and count for the quorum
 * @param closedOn first day on which it plans no new meeting, because an act ended its programme (rule A1b)
 * @param successor code of the body that takes over then
 * @param seatsUntil last day on which its own people hold their seats then
 */
@Table("body")
public record Body(
        @Id String code,
        int position,
        String nameFr,
        @Nullable String nameAr,
        @Nullable String nameEn,
        String level,
        @Nullable String parent,
        @Nullable Integer programme,
        @Nullable String cadence,
        String cadenceConfidence,
        boolean partnersVote,
        @Nullable String provenance,
        String rules,
        MeetingProcess process,
        @Nullable LocalDate closedOn,
        @Nullable String successor,
        @Nullable LocalDate seatsUntil) {

    /** Whether an act has ended it. */
    public boolean isClosed() {
        return closedOn != null;
    }

    /** Whether it may hold a session on that day: when it is closed, only what its own people still hold. */
    public boolean meetsOn(LocalDate day) {
        return seatsUntil == null || !day.isAfter(seatsUntil);
    }

    /** The name in that language, in French when it is not known there. */
    public String name(Locale locale) {
        return names().in(locale);
    }

    /** The name in every language that it is known in. */
    public BodyName names() {
        return new BodyName(nameFr, nameAr, nameEn);
    }

    /** Whether nobody has confirmed the cadence yet. */
    public boolean isCadenceAssumed() {
        return Confidence.valueOf(cadenceConfidence).isOpen();
    }

    /** The period that the body owes a meeting in; empty when it meets by decision only. */
    public Optional<Period> cadencePeriod() {
        return Optional.ofNullable(cadence).map(Period::parse);
    }

    /** Whether no cadence and no secretary convenes it, but the head of government's decision (rule A2). */
    public boolean meetsByDecision() {
        return process == MeetingProcess.INTERMINISTERIAL_SESSION;
    }

    /** The engine's candidate group of those who hold that office: {@code CP11-chair}. */
    public String group(String office) {
        return code + "-" + office;
    }
}
