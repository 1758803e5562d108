package ma.tansiq.committee.meeting;

/** In which office somebody presides over a session (rule A1b). */
public enum PresidingOffice {
    CHAIR,
    /** Named by an act to exercise the chair between two dates. */
    INTERIM,
    VICE_CHAIR
}
