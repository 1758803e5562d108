package ma.tansiq.committee.body;

/**
 * The rules of a level's meetings (rule A3), from {@code processes/committee/MeetingRules.dmn}. All periods are working
 * days.
 *
 * @param notice days that the convocation leaves before the session
 * @param intakeClosing days before the session when no more items are taken; leaves a day to compose the agenda and
 *     a day to approve it before the papers are due
 * @param papers days before the session when the approved agenda and its papers are due
 * @param quorumPercent share of the voting members that must take part for decisions
 * @param secondQuorumPercent the same at the second convocation; 0 when there is no quorum then
 * @param proxiesCount whether a proxy counts for the quorum
 * @param proxies how many proxies one member may hold; 0 where nobody may give one
 * @param tie what becomes of a vote with as many for as against
 * @param minutesDue days after the session until the minutes are drafted
 * @param silence days after which a reviewer's silence approves the minutes
 * @param acknowledgement days to acknowledge an extract
 * @param referralClosing days before the session until which the bodies below may refer matters to it (rule A2b)
 * @param opening days before the date that a cadence sets when a meeting is opened to be planned; leaves the time to
 *     plan and to convoke (rule A2)
 * @param reportsCutOff days before the session when reports of the bodies below are due (rule C7)
 */
public record MeetingRules(
        int notice,
        int intakeClosing,
        int papers,
        int quorumPercent,
        int secondQuorumPercent,
        boolean proxiesCount,
        int proxies,
        Tie tie,
        int minutesDue,
        int silence,
        int acknowledgement,
        int referralClosing,
        int opening,
        int reportsCutOff) {

    /** What becomes of a vote with as many for as against. */
    public enum Tie {
        /** Whoever presides has the last word, by the vote already given. */
        CASTING_VOTE,
        /** Things stay as they are. */
        REJECTED
    }

    /**
     * Whether that session decides only with a quorum.
     *
     * @param session 1, or 2 for the second convocation
     */
    public boolean quorumNeeded(int session) {
        return (session == 1 ? quorumPercent : secondQuorumPercent) > 0;
    }

    /**
     * How many of the voting members must take part.
     *
     * @param session 1, or 2 for the second convocation
     */
    public int quorum(int votingMembers, int session) {
        int percent = session == 1 ? quorumPercent : secondQuorumPercent;
        return (votingMembers * percent + 99) / 100;
    }
}
