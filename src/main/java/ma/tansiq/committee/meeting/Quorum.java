package ma.tansiq.committee.meeting;

import java.util.List;

/**
 * The quorum of a session, computed once when it is recorded and kept as it was (rule C3).
 *
 * @param voting seats that vote
 * @param required seats that had to be filled
 * @param present seats that were, by their holder or an alternate
 */
public record Quorum(int voting, int required, int present) {

    /** @param required seats that must be filled; 0 when none is required */
    public static Quorum of(List<Attendance> sheet, int required) {
        int voting = (int) sheet.stream().filter(Attendance::voting).count();
        int present = (int) sheet.stream()
                .filter(Attendance::voting)
                .filter(Attendance::countsForQuorum)
                .count();
        return new Quorum(voting, required, present);
    }

    public boolean reached() {
        return present >= required;
    }
}
