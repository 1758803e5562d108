package ma.tansiq.committee.meeting;

/** A convoked person's answer to the convocation. */
public enum AttendanceAnswer {
    ACCEPTED,
    DECLINED,
    /** Somebody else stands in. */
    DELEGATED,
    /** Another voting member votes for that seat. */
    PROXY
}
