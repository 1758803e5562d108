package ma.tansiq.committee.body;

/** Level of a body in the tree: programme committee, steering committee, interministerial committee. */
public enum BodyLevel {
    CP,
    COPIL,
    CI
}
