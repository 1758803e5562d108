package ma.tansiq.committee.meeting;

import java.util.List;

/**
 * The quorum of a session, computed once when it is recorded and kept as it was (rule C3).
 *
 * @param voting seats that vote
 * @param required seats that had to be filled
 * @param present seats that were, by their holder, an alternate or, where the level's rules say so, a proxy
 */
public record Quorum(int voting, int required, int present) {

    /**
     * @param required seats that must be filled; 0 when none is required
     * @param proxiesCount whether a seat is filled by a proxy
     */
    public static Quorum of(List<Attendance> sheet, int required, boolean proxiesCount) {
        int voting = (int) sheet.stream().filter(Attendance::voting).count();
        int present = (int) sheet.stream()
                .filter(Attendance::voting)
                .filter(each -> each.countsForQuorum(proxiesCount))
                .count();
        return new Quorum(voting, required, present);
    }

    public boolean reached() {
        return present >= required;
    }
}
