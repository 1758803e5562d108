package ma.tansiq.committee.briefing;

import java.time.Instant;

/** What the members of a body are told of an item before they deal with it. */
public record Briefing(String meeting, String matter, String text, String preparedBy, Instant preparedAt) {}
