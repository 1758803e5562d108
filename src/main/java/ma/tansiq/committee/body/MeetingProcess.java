package ma.tansiq.committee.body;

/** The process by which the bodies of a level meet; the strategy's file names it for each level. */
public enum MeetingProcess {
    /** Refers matters up, and has no body below. */
    PROGRAMME_COMMITTEE_MEETING("ProgrammeCommitteeMeeting"),
    /** Also returns what was decided to the bodies below that a matter came through. */
    STEERING_REVIEW("SteeringReview"),
    /** The same at the top: meets by decision only, never by a cadence. */
    INTERMINISTERIAL_SESSION("InterministerialSession");

    private final String id;

    MeetingProcess(String id) {
        this.id = id;
    }

    /** Id of the process in its diagram. */
    public String id() {
        return id;
    }
}
