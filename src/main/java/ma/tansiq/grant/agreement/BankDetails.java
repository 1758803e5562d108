package ma.tansiq.grant.agreement;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an association is paid, or asks to be.
 *
 * @param holder name of the account's holder
 * @param proof the bank's certificate
 * @param proposedBy account of who recorded it
 */
public record BankDetails(
        long id, String organisation, Rib rib, String holder, UUID proof, String proposedBy, Instant proposedAt) {}
