package ma.tansiq.committee.session;

/**
 * A decision that a reservation altered after its record was signed (rule C4b).
 *
 * @param version of the text as it is now
 * @param position of the agenda item
 * @param signedText as it was last signed
 * @param text as it is put up for signature
 */
public record AlteredDecision(String reference, int version, int position, String signedText, String text) {}
