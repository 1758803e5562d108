package ma.tansiq.committee.paper;

import ma.tansiq.committee.progress.ProgressSummary;

/**
 * A quarter as all programmes report it, for those who meet about it (rule C7).
 *
 * @param text what the secretariat says of the quarter
 */
public record ProgressSummaryDocument(MeetingHeading meeting, ProgressSummary summary, String text) {}
