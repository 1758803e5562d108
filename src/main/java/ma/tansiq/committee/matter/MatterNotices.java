package ma.tansiq.committee.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyName;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.matter.MatterEvents.MatterNotice;
import ma.tansiq.committee.meeting.Matter;
import org.springframework.stereotype.Component;

/** What the secretariat of a body is told about a matter; nothing of a confidential one but its reference (rule B8). */
@Component
class MatterNotices {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Clock clock;

    MatterNotices(Bodies bodies, Memberships memberships, Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** For the secretariat of the body that it is before, and whoever proposed it. */
    MatterNotice withProposer(Matter matter) {
        MatterNotice secretaries = of(matter, matter.body());
        List<String> all = Stream.concat(secretaries.recipients().stream(), Stream.ofNullable(matter.proposedBy()))
                .distinct()
                .toList();
        return new MatterNotice(
                secretaries.matter(), secretaries.title(), secretaries.body(), secretaries.bodyName(), all);
    }

    MatterNotice of(Matter matter, String body) {
        List<String> secretaries = memberships.holders(body, MemberRole.SECRETARY, LocalDate.now(clock)).stream()
                .map(Membership::account)
                .flatMap(Stream::ofNullable)
                .toList();
        return new MatterNotice(
                matter.reference(),
                matter.isConfidential() ? null : matter.title(),
                body,
                bodies.find(body).map(Body::names).orElseGet(() -> BodyName.of(body)),
                secretaries);
    }
}
