package ma.tansiq.committee.meeting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import org.springframework.stereotype.Component;

/**
 * The attendance sheet as it is on the day of the session: whoever was convoked and holds no seat any more has no voice
 * and does not count, and whoever took a seat since is on it.
 */
@Component
public class SheetOfTheDay {

    private final MeetingFacts facts;
    private final AttendanceSheets sheets;
    private final Memberships memberships;
    private final Convocation convocation;

    SheetOfTheDay(MeetingFacts facts, AttendanceSheets sheets, Memberships memberships, Convocation convocation) {
        this.facts = facts;
        this.sheets = sheets;
        this.memberships = memberships;
        this.convocation = convocation;
    }

    public List<Attendance> of(String meeting) {
        return of(facts.meeting(meeting), facts.body(meeting), facts.seats(meeting));
    }

    /** @param seats of that body on that day */
    public List<Attendance> of(Meeting meeting, Body body, List<Membership> seats) {
        Set<String> voters = memberships.votingMembers(body, seats).stream()
                .map(Membership::account)
                .collect(Collectors.toSet());
        List<Attendance> convoked = sheets.of(meeting.reference());
        Stream<Attendance> counted = convoked.stream().map(each -> each.voting(voters.contains(each.account())));
        return Stream.concat(counted, newcomers(meeting, seats, convoked)).toList();
    }

    private Stream<Attendance> newcomers(Meeting meeting, List<Membership> seats, List<Attendance> convoked) {
        Set<String> known = convoked.stream().map(Attendance::account).collect(Collectors.toSet());
        boolean all = seats.stream()
                .filter(Convocation::convokes)
                .allMatch(each -> known.contains(String.valueOf(each.account())));
        return all
                ? Stream.empty()
                : convocation.sheet(meeting).stream().filter(each -> !known.contains(each.account()));
    }
}
