package ma.tansiq.committee.paper;

import org.jspecify.annotations.Nullable;

/**
 * What somebody was asked about an item, and said (rule B6).
 *
 * @param adviser name of the person or office
 * @param labelKey key of the words for what became of it
 * @param text of the opinion; null when none was given
 */
public record OpinionLine(
        String adviser, String labelKey, @Nullable String text) {}
