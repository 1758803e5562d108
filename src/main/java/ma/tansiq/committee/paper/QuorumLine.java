package ma.tansiq.committee.paper;

/**
 * The quorum as it was computed when the session was recorded (rule C3).
 *
 * @param voting seats that vote
 * @param required seats that had to be filled; 0 when none is required
 * @param present seats that were filled, by their holder or an alternate
 */
public record QuorumLine(int voting, int required, int present) {

    /** Key of the sentence that says it. */
    public String messageKey() {
        String name = required == 0 ? "none" : present >= required ? "reached" : "missed";
        return "document.committee.quorum." + name;
    }
}
