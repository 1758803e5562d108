package ma.tansiq.committee.meeting;

/** Where the agenda of a meeting stands between secretary and chair. */
public enum AgendaStatus {
    OPEN,
    SUBMITTED,
    RETURNED,
    APPROVED
}
