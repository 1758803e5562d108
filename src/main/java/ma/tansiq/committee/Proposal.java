package ma.tansiq.committee;

/** What a member proposes for the agenda. */
record Proposal(String title, String text) {}
