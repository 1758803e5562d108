package ma.tansiq.committee.paper;

/**
 * A matter adopted in writing, which a session ratifies (rule B7).
 *
 * @param labelKey key of the words for where it stands
 * @param proposal what was adopted
 */
public record ConsultedLine(String reference, String matter, String title, String labelKey, String proposal) {}
