package ma.tansiq.committee.meeting;

/** How a convoked person took part in the session. */
public enum Presence {
    PRESENT,
    EXCUSED,
    ABSENT,
    /** An alternate sat in that seat. */
    REPRESENTED,
    /** Another voting member voted for that seat. */
    PROXY;

    /**
     * Whether the seat counts for the quorum: the person or an alternate was in the room.
     *
     * @param proxiesCount whether a proxy is as good
     */
    public boolean countsForQuorum(boolean proxiesCount) {
        return this == PRESENT || this == REPRESENTED || (this == PROXY && proxiesCount);
    }

    /** Whether somebody could vote for that seat. */
    public boolean hasVoice() {
        return countsForQuorum(true);
    }
}
