package ma.tansiq.grant.envelope;

/** What a booking does, and between which accounts. */
public enum BookingKind {
    /** The envelope is opened, or raised by an amendment. */
    VOTED(EnvelopeAccount.VOTED, EnvelopeAccount.AVAILABLE),
    /** The envelope is lowered by an amendment. */
    WITHDRAWN(EnvelopeAccount.AVAILABLE, EnvelopeAccount.VOTED),
    /** Recommended for an award. */
    RESERVED(EnvelopeAccount.AVAILABLE, EnvelopeAccount.RESERVED),
    /** Refused, withdrawn, or awarded with less. */
    RESERVATION_RELEASED(EnvelopeAccount.RESERVED, EnvelopeAccount.AVAILABLE),
    /** Awarded. */
    COMMITTED(EnvelopeAccount.RESERVED, EnvelopeAccount.COMMITTED),
    /** Terminated, renounced, or amended to less, before it was paid. */
    COMMITMENT_RELEASED(EnvelopeAccount.COMMITTED, EnvelopeAccount.AVAILABLE),
    /** An instalment was paid. */
    PAID(EnvelopeAccount.COMMITTED, EnvelopeAccount.PAID),
    /** Paid money came back. */
    REPAID(EnvelopeAccount.PAID, EnvelopeAccount.AVAILABLE);

    private final EnvelopeAccount from;
    private final EnvelopeAccount to;

    BookingKind(EnvelopeAccount from, EnvelopeAccount to) {
        this.from = from;
        this.to = to;
    }

    public EnvelopeAccount from() {
        return from;
    }

    public EnvelopeAccount to() {
        return to;
    }
}
