package ma.tansiq.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who chairs, and who does so while a chair is away for long. */
@Component
@Profile("replay")
class Chairs {

    private final Memberships memberships;
    private final Absences absences;

    Chairs(Memberships memberships, Absences absences) {
        this.memberships = memberships;
        this.absences = absences;
    }

    Optional<String> of(String body, LocalDate day) {
        return holders(body, MemberRole.CHAIR, day).findFirst();
    }

    /** The member who stands in for the chair during a long absence: one who is there all the time. */
    Optional<String> interim(String body, Absences.Absence absence) {
        return holders(body, MemberRole.FULL_MEMBER, absence.first())
                .filter(each -> absences.of(each).stream().noneMatch(absence::meets))
                .findFirst();
    }

    /** Whether somebody may preside over a session of the body on that day. */
    boolean isPresided(String body, LocalDate day) {
        Optional<String> chair = of(body, day);
        return chair.isPresent()
                && absences.at(chair.get(), day)
                        .map(away -> away.isLong() && interim(body, away).isPresent())
                        .orElse(true);
    }

    private Stream<String> holders(String body, MemberRole role, LocalDate day) {
        List<Membership> seats = memberships.activeOn(body, day);
        return seats.stream()
                .filter(each -> each.role() == role && !each.interim())
                .flatMap(each -> Stream.ofNullable(each.account()));
    }
}
