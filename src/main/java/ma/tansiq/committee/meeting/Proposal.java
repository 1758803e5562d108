package ma.tansiq.committee.meeting;

import ma.tansiq.engine.Fields;

/** What somebody proposes for an agenda. */
record Proposal(String title, String text) {

    static Proposal read(Fields row) {
        return new Proposal(row.requiredText("title", 200), row.requiredText("text", 10_000));
    }
}
