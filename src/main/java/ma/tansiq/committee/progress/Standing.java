package ma.tansiq.committee.progress;

/** Where a programme stands with its report. */
public enum Standing {
    /** The secretary has not handed it in yet. */
    AWAITED,
    /** The chair has not validated it yet. */
    TO_VALIDATE,
    /** Validated before the cut-off. */
    FED,
    /** Validated after the cut-off: kept, and marked late. */
    FED_LATE,
    /** The cut-off passed before the chair validated what was handed in. */
    NOT_VALIDATED,
    /** The cut-off passed without a report. */
    NOT_FED
}
