package ma.tansiq.committee.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matter.Confidentiality;
import ma.tansiq.committee.meeting.Matters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How confidential a matter is, and who is named for a secret one (rule B8). */
@Component
@Transactional
public class Classification {

    private static final int MOST_NAMED = 50;

    private final Matters matters;
    private final NamedPeople named;
    private final Memberships memberships;
    private final Agendas agendas;
    private final Clock clock;

    Classification(Matters matters, NamedPeople named, Memberships memberships, Agendas agendas, Clock clock) {
        this.matters = matters;
        this.named = named;
        this.memberships = memberships;
        this.agendas = agendas;
        this.clock = clock;
    }

    /**
     * Classifies a matter anew. Publication is an act of the chair; any other level is set by chair or secretary of the
     * body that the matter is before.
     *
     * @param people accounts that are named; only of a secret matter
     * @param by account of whoever classifies
     */
    public void classify(String reference, Confidentiality level, Set<String> people, String by) {
        Matter matter =
                matters.findById(reference).orElseThrow(() -> CommitteeRefusal.because("unknownMatter", reference));
        boolean chair = holds(matter.body(), by, MemberRole.CHAIR);
        if (!chair && !holds(matter.body(), by, MemberRole.SECRETARY)) {
            throw CommitteeRefusal.because("classifyOnly", matter.body());
        }
        if (level == Confidentiality.PUBLIC && !chair) {
            throw CommitteeRefusal.because("publishOnly", matter.body());
        }
        if (level == Confidentiality.SECRET && matter.isConsulted()) {
            throw CommitteeRefusal.because("matterNotWaiting.CONSULTED", reference);
        }
        Set<String> kept = level == Confidentiality.SECRET ? new TreeSet<>(people) : Set.of();
        check(kept);
        matter.classify(level);
        matters.save(matter);
        agendas.classified();
        named.classify(reference, level.name(), kept, by, clock.instant());
    }

    private void check(Set<String> people) {
        if (people.size() > MOST_NAMED) {
            throw CommitteeRefusal.because("tooManyNamed", MOST_NAMED);
        }
        List<String> seated = memberships.activeOn(LocalDate.now(clock)).stream()
                .map(each -> String.valueOf(each.account()))
                .toList();
        people.stream().filter(each -> !seated.contains(each)).findFirst().ifPresent(each -> {
            throw CommitteeRefusal.because("unknownAdviser", each);
        });
    }

    private boolean holds(String body, String account, MemberRole role) {
        return memberships.holders(body, role, LocalDate.now(clock)).stream()
                .anyMatch(each -> account.equals(each.account()));
    }
}
