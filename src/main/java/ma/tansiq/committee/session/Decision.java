package ma.tansiq.committee.session;

/**
 * What a body decided or recommended on an item.
 *
 * @param reference {@code CP11-2026-03-D1}
 * @param version 1; raised when a reservation on the minutes altered the text
 * @param position of the agenda item
 */
public record Decision(String reference, int version, int position, String text) {}
