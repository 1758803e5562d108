package ma.tansiq.committee.paper;

import java.util.List;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.Sitting;
import ma.tansiq.committee.meeting.Sittings;
import org.springframework.stereotype.Component;

/** Tells the sittings of a session that was suspended, people by name. */
@Component
public class SittingLines {

    private final Sittings sittings;
    private final MeetingFacts facts;

    SittingLines(Sittings sittings, MeetingFacts facts) {
        this.sittings = sittings;
        this.facts = facts;
    }

    /** The first one first; empty for a session of one sitting. */
    public List<SittingLine> of(String meeting) {
        return sittings.of(meeting).stream().map(this::line).toList();
    }

    private SittingLine line(Sitting each) {
        Quorum quorum = each.quorum();
        return new SittingLine(
                each.number(),
                each.startsAt(),
                each.endsAt(),
                facts.nameOf(each.presidedBy()),
                new QuorumLine(quorum.voting(), quorum.required(), quorum.present()),
                each.suspendedBecause(),
                each.sheet().stream().map(this::attendee).toList());
    }

    MinutesDocument.Attendee attendee(Attendance each) {
        String standIn = isReplaced(each) ? each.alternate() : null;
        Presence presence = each.presence() == null ? Presence.ABSENT : each.presence();
        return new MinutesDocument.Attendee(
                each.name(),
                each.role(),
                each.organisation(),
                presence.name(),
                standIn == null ? null : facts.nameOf(standIn));
    }

    private static boolean isReplaced(Attendance each) {
        return each.presence() == Presence.REPRESENTED || each.presence() == Presence.PROXY;
    }
}
