package ma.tansiq.committee.paper;

/**
 * A decision or recommendation as a document quotes it.
 *
 * @param reference {@code CP11-2026-03-D1}
 * @param version above 1 when a reservation altered the text
 */
public record DecisionLine(String reference, int version, String text) {}
