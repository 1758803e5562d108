package ma.tansiq.committee.session;

/** One voice of a vote. */
public enum Choice {
    FOR,
    AGAINST,
    ABSTAINED
}
