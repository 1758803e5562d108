package ma.tansiq.committee.meeting;

import ma.tansiq.engine.Refusal;

/** What the rules about bodies, meetings, minutes and actions do not allow. */
public final class CommitteeRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private CommitteeRefusal(String name, Object... arguments) {
        super("refusal.committee." + name, arguments);
    }

    /** A refusal whose sentence has the key {@code refusal.committee.<name>}. */
    public static CommitteeRefusal because(String name, Object... arguments) {
        return new CommitteeRefusal(name, arguments);
    }

    static CommitteeRefusal unknownMeeting(String reference) {
        return because("unknownMeeting", reference);
    }

    static CommitteeRefusal notPlanned(String reference) {
        return because("notPlanned", reference);
    }

    static CommitteeRefusal wrongState(String reference, MeetingStatus status) {
        return because("wrongState." + status, reference);
    }

    static CommitteeRefusal wrongAgenda(String reference, AgendaStatus status) {
        return because("wrongAgenda." + status, reference);
    }
}
