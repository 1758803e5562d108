package ma.tansiq.committee.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats of bodies that an act closed (rule A1b): they end with the body's last session. Whoever chairs the body that takes
 * over, and whoever is its secretary, holds the same office of the closed one, so that what is still open there, tasks
 * among it, is done by them.
 */
@Component
@Transactional
public class ClosedBodies {

    private static final List<MemberRole> OFFICES = List.of(MemberRole.CHAIR, MemberRole.SECRETARY);

    private final Bodies bodies;
    private final Memberships memberships;
    private final Mandates mandates;
    private final Clock clock;

    ClosedBodies(Bodies bodies, Memberships memberships, Mandates mandates, Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** @param seatsUntil last day, included, on which its own people hold their seats */
    public void close(Body body, Body into, LocalDate on, LocalDate seatsUntil) {
        memberships.ofBody(body.code()).stream()
                .filter(each -> each.validTo() == null || each.validTo().isAfter(seatsUntil))
                .forEach(each -> end(each, seatsUntil));
        bodies.close(body.code(), into.code(), on, seatsUntil);
        bodies.passOn(body.code(), into.code());
        follow(into);
        mandates.refresh(body);
    }

    private void end(Membership seat, LocalDate lastDay) {
        boolean begun = !seat.validFrom().isAfter(lastDay);
        if (seat.interim() && !begun) {
            memberships.delete(seat.id());
        } else if (!begun) {
            memberships.save(seat.heldBy(null));
        } else {
            memberships.save(seat.endedOn(lastDay));
            if (seat.validTo() == null) {
                memberships.save(seat.followedBy(null, lastDay.plusDays(1)));
            }
        }
    }

    /** Brings the offices of bodies that this one takes over from to whoever holds its own. */
    void follow(Body into) {
        for (Body closed : bodies.closedInto(into.code())) {
            OFFICES.forEach(office -> follow(closed, into, office));
            mandates.refresh(closed);
        }
    }

    private void follow(Body closed, Body into, MemberRole office) {
        openSeat(closed, office)
                .ifPresent(own -> openSeat(into, office)
                        .filter(other -> !Objects.equals(other.account(), own.account()))
                        .ifPresent(other -> hand(own, other.account(), other.validFrom())));
    }

    private void hand(Membership own, @Nullable String account, LocalDate since) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = since.isAfter(today) ? since : today;
        if (own.validFrom().isBefore(from)) {
            memberships.save(own.endedOn(from.minusDays(1)));
            memberships.save(own.followedBy(account, from));
        } else {
            memberships.save(own.heldBy(account));
        }
    }

    private java.util.Optional<Membership> openSeat(Body body, MemberRole office) {
        return memberships.ofBody(body.code()).stream()
                .filter(each -> each.role() == office && each.validTo() == null)
                .filter(Predicate.not(Membership::interim))
                .findFirst();
    }
}
