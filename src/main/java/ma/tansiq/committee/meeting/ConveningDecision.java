package ma.tansiq.committee.meeting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;

/**
 * The head of government's decision that a session of a body rests on which meets by decision only (rule A2).
 *
 * @param reference under which it is registered
 */
public record ConveningDecision(String reference, LocalDate decidedOn) {

    private static final int LONGEST_REFERENCE = 100;

    /**
     * What was typed.
     *
     * @param decidedOn {@code 2027-01-12}
     * @throws ma.tansiq.engine.Refusal when something is missing, or the decision is still to come
     */
    static ConveningDecision read(String reference, String decidedOn, LocalDate today) {
        Problems problems = new Problems();
        String registered = reference.strip();
        if (registered.isEmpty()) {
            problems.add(CommitteeRefusal.because("missing.decisionReference"));
        } else if (registered.length() > LONGEST_REFERENCE) {
            problems.add(CommitteeRefusal.because("tooLong.decisionReference", LONGEST_REFERENCE));
        }
        LocalDate date = today;
        try {
            date = LocalDate.parse(decidedOn.strip());
        } catch (DateTimeParseException unreadable) {
            problems.add(CommitteeRefusal.because("missing.decisionDate"));
        }
        if (date.isAfter(today)) {
            problems.add(CommitteeRefusal.because("decisionToCome", FormTexts.date(date)));
        }
        problems.refuse();
        return new ConveningDecision(registered, date);
    }

    /** As papers and timelines name it. */
    @Override
    public String toString() {
        return reference + " (" + FormTexts.date(decidedOn) + ")";
    }
}
