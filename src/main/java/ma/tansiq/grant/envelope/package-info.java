/**
 * The envelope of a call for projects as a ledger in dirhams (rule E5): voted, available, reserved on recommendation,
 * committed on award, paid, and given back. {@link ma.tansiq.grant.envelope.Envelopes} books; the database refuses what
 * the envelope does not hold, also when many book at once.
 */
@NullMarked
package ma.tansiq.grant.envelope;

import org.jspecify.annotations.NullMarked;
