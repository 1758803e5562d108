package ma.tansiq.committee.meeting;

/** What a body made of an agenda item (rule B1). */
public enum ItemOutcome {
    NOTED,
    RECOMMENDED,
    DECIDED,
    AMENDED,
    REJECTED,
    DEFERRED,
    REFERRED_UP,
    /** To another committee beside this one (rule B4b). */
    REFERRED,
    /** One part is adopted; what becomes of the other is said with it (rule B1). */
    ADOPTED_IN_PART,
    WITHDRAWN;

    /** Whether this outcome needs a text that says what was decided. */
    public boolean needsDecision() {
        return this == RECOMMENDED || this == DECIDED || this == AMENDED || this == REJECTED || this == ADOPTED_IN_PART;
    }

    /** Whether the body said yes to what was before it: a vote that is lost does not. */
    public boolean adopts() {
        return this == RECOMMENDED || this == DECIDED || this == AMENDED || this == ADOPTED_IN_PART;
    }

    /** Whether nothing is settled by it, so that it needs no quorum. */
    public boolean leavesOpen() {
        return this == DEFERRED || this == WITHDRAWN;
    }

    /** Whether the matter comes before a body again: the same one (rule B5), the one above (rule B2) or another. */
    public boolean isNotTheLast() {
        return this == DEFERRED || this == REFERRED_UP || this == REFERRED;
    }
}
