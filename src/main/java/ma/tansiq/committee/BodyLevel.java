package ma.tansiq.committee;

/** Level of a body in the tree: programme committee, steering committee, interministerial committee. */
public enum BodyLevel {
    CP,
    COPIL,
    CI
}
