package ma.tansiq.grant.envelope;

/** Where the money of an envelope lies. */
public enum EnvelopeAccount {
    /** What was voted: the source of everything else, and the only account below zero. */
    VOTED,
    /** Free to be recommended. */
    AVAILABLE,
    /** Held for a file that is recommended. */
    RESERVED,
    /** Owed to a file by an award. */
    COMMITTED,
    /** Gone to the association. */
    PAID;

    boolean isOfFile() {
        return this != VOTED && this != AVAILABLE;
    }
}
