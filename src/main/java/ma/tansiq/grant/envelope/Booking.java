package ma.tansiq.grant.envelope;

import java.time.Instant;

/**
 * One line of an envelope's ledger.
 *
 * @param file reference of the application; empty for what concerns the envelope as a whole
 * @param cause the decision, instalment or amendment that it was booked for
 * @param by account of who did it
 */
public record Booking(BookingKind kind, String file, Dirhams amount, String cause, String by, Instant at) {}
