package ma.tansiq.deadline;

/** What a due date counts from. */
public enum Anchor {
    /** The creation of the task. */
    TASK_CREATED,
    /** The opening of the session: days count backwards. */
    SESSION_START,
    /** The end of the session: days count forwards. */
    SESSION_END,
    /** The date that a decision set for its action. */
    ACTION_DUE,
    /** The instant until which whoever asked takes answers. */
    ANSWERS_CLOSE
}
