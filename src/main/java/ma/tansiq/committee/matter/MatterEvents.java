package ma.tansiq.committee.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.tansiq.committee.body.BodyName;
import org.jspecify.annotations.Nullable;

/** What secretaries are told about matters that come and go between bodies, inside the transaction that makes it true. */
public final class MatterEvents {

    private MatterEvents() {}

    /**
     * What every such message says of the matter.
     *
     * @param title null when a mail must not say what it is about (rule B8)
     * @param bodyName of the body that the message is about
     * @param recipients accounts of the secretaries who are told
     */
    public record MatterNotice(
            String matter, @Nullable String title, String body, BodyName bodyName, List<String> recipients) {}

    /**
     * A signed record sent the matter to the body above, whose secretary finds it among what waits for an agenda.
     *
     * @param sentBy reference of the meeting
     */
    public record ReferredUp(MatterNotice notice, String sentBy) {}

    /**
     * The text was corrected below while the matter is before the body above (rule B2).
     *
     * @param version of the new text
     * @param packLeft whether members of the body above have already received the earlier text
     */
    public record Corrected(MatterNotice notice, int version, String motive, boolean packLeft) {}

    /**
     * The chair took a matter off the agenda for good that had been deferred twice (rule B5).
     *
     * @param meeting reference of the meeting whose agenda it was on
     */
    public record Dropped(MatterNotice notice, String meeting, String motive) {}

    /**
     * A decision of another committee that touches a programme (rule B4b).
     *
     * @param title null when a mail must not say what it is about (rule B8); so is the text
     * @param bodies codes of the committees touched
     */
    public record TouchingDecision(
            String reference,
            String matter,
            @Nullable String title,
            @Nullable String text,
            List<String> bodies) {}

    /**
     * Decisions were signed that touch other programmes.
     *
     * @param bodyName of the committee that took them
     * @param version of the record of decisions: more than 1 when a reservation altered what they were told
     * @param recipients accounts, each with the codes of the committees touched where the person sits
     */
    public record ProgrammesTouched(
            String meeting,
            BodyName bodyName,
            Instant heldAt,
            int version,
            List<TouchingDecision> decisions,
            Map<String, Set<String>> recipients) {}

    /**
     * What was decided above came back, to be acknowledged.
     *
     * @param decidedBy reference of the meeting
     * @param round more than 1 when a correction of the minutes altered it
     * @param dueAt until when the secretary may acknowledge
     */
    public record ExtractReturned(MatterNotice notice, String decidedBy, int round, Instant dueAt) {}
}
