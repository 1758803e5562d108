package ma.tansiq.committee.meeting;

/** What a body made of an agenda item (rule B1). */
public enum ItemOutcome {
    NOTED,
    RECOMMENDED,
    DECIDED,
    AMENDED,
    REJECTED,
    DEFERRED,
    WITHDRAWN;

    /** Whether this outcome needs a text that says what was decided. */
    public boolean needsDecision() {
        return this == RECOMMENDED || this == DECIDED || this == AMENDED || this == REJECTED;
    }

    /** Whether the matter goes back to the body's backlog, for its next agenda (rule B5). */
    public boolean returnsToBacklog() {
        return this == DEFERRED;
    }
}
