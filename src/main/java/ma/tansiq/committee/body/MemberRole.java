package ma.tansiq.committee.body;

/** What a seat entitles to in its body (rule A1). */
public enum MemberRole {
    CHAIR,
    VICE_CHAIR,
    SECRETARY,
    FULL_MEMBER,
    /** Stands in for another seat when asked to; has no vote and no task of its own. */
    ALTERNATE,
    /** Heard, without a vote, outside the quorum. */
    OBSERVER,
    GUEST
}
