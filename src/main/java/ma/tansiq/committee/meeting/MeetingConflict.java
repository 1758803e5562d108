package ma.tansiq.committee.meeting;

import ma.tansiq.engine.Conflict;

/** Somebody else moved or convoked the session since its page was opened. */
final class MeetingConflict extends Conflict {

    private static final long serialVersionUID = 1L;

    /**
     * @param starts when the session starts now, as people read it
     * @param place where it takes place now
     */
    MeetingConflict(String meeting, String starts, String place) {
        super("refusal.committee.meetingChanged", meeting, starts, place);
    }
}
