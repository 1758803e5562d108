package ma.tansiq.committee.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.committee.matter.Extract;
import org.jspecify.annotations.Nullable;

/** All that is known about a matter: its texts, every time it came before a body, what came back, what follows. */
record MatterFile(
        Head head,
        List<Passage> passages,
        List<Earlier> earlier,
        List<Extract> extracts,
        List<FollowUp> actions,
        List<Part> parts,
        Optional<Dropped> dropped) {

    /**
     * What the page begins with.
     *
     * @param body code of the body that it is, or was last, before
     * @param firstBody code of the body that it was opened in
     * @param parent reference of the matter that it is a part of; null for a whole one
     */
    record Head(
            String reference,
            String firstBody,
            String body,
            String title,
            String text,
            int textVersion,
            String status,
            String confidentiality,
            @Nullable String proposedBy,
            Instant createdAt,
            @Nullable String parent) {

        public boolean isSecret() {
            return confidentiality.equals("SECRET");
        }

        /** Whether it waits for an agenda. */
        public boolean isWaiting() {
            return status.equals("BACKLOG");
        }

        public boolean isConsulted() {
            return status.equals("CONSULTED");
        }

        public boolean isClosed() {
            return status.equals("CLOSED");
        }
    }

    /**
     * One time before a body.
     *
     * @param way {@code PROPOSED}, or that of a {@code Referral}
     * @param sentBy reference of the meeting that sent it; null for the first
     * @param meeting reference of the meeting whose agenda it is on; null while it waits
     * @param outcome null until the record of that meeting is signed
     * @param textVersion version of the text that was dealt with; null while it waits
     */
    record Passage(
            int number,
            String body,
            String way,
            @Nullable String sentBy,
            Instant since,
            @Nullable String meeting,
            @Nullable Instant startsAt,
            @Nullable String outcome,
            @Nullable Integer textVersion,
            @Nullable String decision,
            @Nullable String decisionText) {}

    /**
     * One of the parts that the matter was split into (rule B1).
     *
     * @param outcome what the session that split it made of this part
     */
    record Part(String reference, String title, String outcome, String status) {}

    /** The chair took it off an agenda for good. */
    record Dropped(@Nullable String meeting, @Nullable String act, String motive, Instant droppedAt) {}

    /** A text that was replaced. */
    record Earlier(int version, String title, String text, Instant replacedAt, String replacedBy, String motive) {}

    /**
     * An action that a decision on the matter started.
     *
     * @param meeting reference of the meeting that decided it
     */
    record FollowUp(
            String reference,
            String meeting,
            String title,
            String owner,
            LocalDate dueOn,
            String status,
            int progress) {

        public boolean isOpen() {
            return !status.equals("DONE") && !status.equals("CANCELLED");
        }
    }

    /** Codes of all bodies that it came before, or waits for. */
    public Set<String> bodies() {
        return passages.stream().map(Passage::body).collect(Collectors.toSet());
    }

    /** Where it went from there; nothing of the last passage. */
    Optional<Passage> next(Passage passage) {
        int at = passages.indexOf(passage) + 1;
        return at < passages.size() ? Optional.of(passages.get(at)) : Optional.empty();
    }

    boolean isLatest(Passage passage) {
        return next(passage).isEmpty();
    }

    /** Extracts that the meeting returned. */
    public List<Extract> returnedBy(@Nullable String meeting) {
        return extracts.stream().filter(each -> each.meeting().equals(meeting)).toList();
    }

    /** Of each body that the meeting returned an extract to, what it was sent last. */
    public List<Extract> latestExtracts() {
        return extracts.stream()
                .filter(each -> extracts.stream()
                        .noneMatch(other -> other.meeting().equals(each.meeting())
                                && other.body().equals(each.body())
                                && other.round() > each.round()))
                .toList();
    }

    /** Actions that the meeting decided. */
    public List<FollowUp> decidedBy(@Nullable String meeting) {
        return actions.stream().filter(each -> each.meeting().equals(meeting)).toList();
    }
}
