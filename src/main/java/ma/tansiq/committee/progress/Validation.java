package ma.tansiq.committee.progress;

/** How a programme committee stands behind its report (rule C7). */
public enum Validation {
    /** Its members approved it in session. */
    SESSION,
    /** Its members approved it in writing. */
    CONSULTATION,
    /** Its chair did, alone. */
    CHAIR
}
