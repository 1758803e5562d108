package ma.tansiq.deadline;

/** A step of the escalation ladder (rule D1), from the nearest to the highest. */
public enum Rung {
    ASSIGNEE,
    SECRETARY,
    CHAIR,
    PARENT_SECRETARIAT,
    COORDINATOR
}
