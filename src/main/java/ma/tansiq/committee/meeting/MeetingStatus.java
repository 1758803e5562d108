package ma.tansiq.committee.meeting;

/** Where a meeting stands. */
public enum MeetingStatus {
    /** A reference is allotted; no date yet. */
    OPENED,
    /** Date and place are set; nobody has been told. */
    PLANNED,
    /** Everybody concerned has the convocation. */
    CONVENED,
    /** The session took place and was recorded. */
    HELD,
    /** Decisions are signed, minutes are on their way. */
    MINUTES_DRAFT,
    /** Minutes are sealed and distributed: the session is closed. */
    MINUTES_APPROVED,
    CANCELLED;

    /** Whether the session has been recorded, after which it can be neither moved nor cancelled. */
    public boolean isRecorded() {
        return this == HELD || this == MINUTES_DRAFT || this == MINUTES_APPROVED;
    }
}
