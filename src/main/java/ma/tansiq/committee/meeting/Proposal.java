package ma.tansiq.committee.meeting;

/** What a member proposes for the agenda. */
record Proposal(String title, String text) {}
