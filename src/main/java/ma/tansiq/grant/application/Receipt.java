package ma.tansiq.grant.application;

import java.time.Instant;
import java.util.List;

/**
 * What an association receives for its submission (rule E2).
 *
 * @param reference number of the file, {@code AAP-2027-01-0042}
 * @param at instant at which it arrived
 * @param documents what was handed in, each with its hash
 */
public record Receipt(String reference, Instant at, List<AttachedDocument> documents) {}
