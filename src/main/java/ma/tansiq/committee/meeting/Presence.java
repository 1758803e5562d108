package ma.tansiq.committee.meeting;

/** How a convoked person took part in the session. */
public enum Presence {
    PRESENT,
    EXCUSED,
    ABSENT,
    /** An alternate sat in that seat. */
    REPRESENTED;

    /** Whether the seat counts for the quorum: the person or an alternate was in the room. */
    public boolean countsForQuorum() {
        return this == PRESENT || this == REPRESENTED;
    }
}
