package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import ma.tansiq.identity.AdminChanges;
import ma.tansiq.strategy.Organisation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seats follow their organisation when it is merged or split (rule A1b): whoever holds them goes on for the one that
 * stands in its place, from the day of the act on, with the days before as history. One with seats does not close.
 */
@Component
class SeatsOfOrganisations {

    private final Memberships memberships;
    private final AdminChanges changes;

    SeatsOfOrganisations(Memberships memberships, AdminChanges changes) {
        this.memberships = memberships;
        this.changes = changes;
    }

    @EventListener
    void on(Organisation.Reorganised reorganised) {
        List<String> before =
                reorganised.before().stream().map(Organisation::code).toList();
        List<Membership> seats = memberships.ofOrganisations(before, reorganised.on());
        refuseForeignSeats(reorganised, seats);
        seats.forEach(seat -> follow(seat, reorganised));
    }

    @EventListener
    void on(Organisation.Closed closed) {
        String code = closed.organisation().code();
        List<Membership> seats =
                memberships.ofOrganisations(List.of(code), closed.lastDay().plusDays(1));
        if (!seats.isEmpty()) {
            throw BodyRefusal.organisationHasSeats(
                    code, seats.stream().map(Membership::seat).distinct().collect(Collectors.joining(", ")));
        }
    }

    private static void refuseForeignSeats(Organisation.Reorganised reorganised, List<Membership> seats) {
        reorganised.bySeat().keySet().stream()
                .filter(seat -> seats.stream().noneMatch(each -> each.seat().equals(seat)))
                .findFirst()
                .ifPresent(foreign -> {
                    throw BodyRefusal.unknownSeat(foreign);
                });
    }

    private void follow(Membership seat, Organisation.Reorganised reorganised) {
        Organisation into = reorganised.bySeat().getOrDefault(seat.seat(), reorganised.into());
        LocalDate on = reorganised.on();
        if (seat.validFrom().isBefore(on) && seat.validTo() == null) {
            memberships.save(seat.endedOn(on.minusDays(1)));
            memberships.save(seat.followedBy(seat.account(), on).inOrganisation(into.code()));
        } else if (!seat.validFrom().isBefore(on)) {
            memberships.save(seat.inOrganisation(into.code()));
        }
        changes.add(
                reorganised.by(),
                seat.seat(),
                "SEAT_ORGANISATION",
                seat.organisation(),
                into.code(),
                reorganised.act());
    }
}
