package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.AdminChanges;
import ma.tansiq.strategy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds seats to bodies (rule A1): a vice-chair, a partner, an alternate that the strategy's file did not foresee. A seat
 * begins vacant; who sits there is {@link BodyManagement}'s.
 */
@Component
public class SeatManagement {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,15}");
    private static final int LONGEST_REASON = 500;

    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Mandates mandates;
    private final AdminChanges changes;

    SeatManagement(
            Bodies bodies,
            Memberships memberships,
            Organisations organisations,
            Mandates mandates,
            AdminChanges changes) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.mandates = mandates;
        this.changes = changes;
    }

    /**
     * A seat to be added.
     *
     * @param name what stands behind the body's code, {@code vice} in {@code CP11.vice}
     * @param role null when none was chosen
     * @param category null when none was chosen
     * @param organisation code of one that exists on that day; empty for none
     * @param alternateOf for an alternate, the seat that it replaces; empty for any of its organisation
     * @param from first day
     * @param reason source or motive, on record
     */
    public record NewSeat(
            String name,
            @Nullable MemberRole role,
            @Nullable MemberCategory category,
            String organisation,
            String alternateOf,
            LocalDate from,
            String reason) {}

    @Transactional
    public Membership add(String bodyCode, NewSeat wanted, String by) {
        Body body = bodies.lock(bodyCode).orElseThrow(() -> BodyRefusal.unknownBody(bodyCode));
        if (body.isClosed()) {
            throw BodyRefusal.closed(body);
        }
        List<Membership> seats = memberships.ofBody(bodyCode);
        String seat = bodyCode + "." + Texts.clean(wanted.name());
        String reason = Texts.clean(wanted.reason());
        Problems problems = new Problems();
        problems.check(() -> checkName(seat, wanted, seats));
        problems.check(() -> checkRole(wanted, seats));
        problems.check(() -> checkOrganisation(wanted));
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            problems.add(BodyRefusal.reasonMissing(LONGEST_REASON));
        }
        problems.refuse();
        Membership added = memberships.save(vacant(seat, body, wanted));
        changes.add(by, seat, "SEAT_ADDED", null, added.role().name(), reason);
        mandates.refresh(body);
        return added;
    }

    private static void checkName(String seat, NewSeat wanted, List<Membership> seats) {
        if (!NAME.matcher(Texts.clean(wanted.name())).matches()) {
            throw BodyRefusal.because("seatName");
        }
        if (seats.stream().anyMatch(each -> each.seat().equals(seat))) {
            throw BodyRefusal.because("seatKnown", seat);
        }
    }

    /** A body has one chair; who replaces a seat is an alternate, and that seat is the body's. */
    private static void checkRole(NewSeat wanted, List<Membership> seats) {
        if (wanted.role() == null || wanted.category() == null) {
            throw BodyRefusal.because("seatRole");
        }
        if (wanted.role() == MemberRole.CHAIR && seats.stream().anyMatch(each -> isOpen(each, MemberRole.CHAIR))) {
            throw BodyRefusal.because("seatSecondChair");
        }
        if (!wanted.alternateOf().isEmpty()
                && (wanted.role() != MemberRole.ALTERNATE
                        || seats.stream()
                                .noneMatch(each -> each.seat().equals(wanted.alternateOf())
                                        && each.role() != MemberRole.ALTERNATE))) {
            throw BodyRefusal.because("seatReplaced");
        }
    }

    private static boolean isOpen(Membership seat, MemberRole role) {
        return seat.role() == role && seat.validTo() == null && !seat.interim();
    }

    private void checkOrganisation(NewSeat wanted) {
        boolean known = organisations
                .find(wanted.organisation())
                .filter(each -> each.isActiveOn(wanted.from()))
                .isPresent();
        if (!wanted.organisation().isEmpty() && !known) {
            throw BodyRefusal.organisationUnknown(wanted.organisation());
        }
    }

    private static Membership vacant(String seat, Body body, NewSeat wanted) {
        return new Membership(
                UUID.randomUUID(),
                seat,
                body.code(),
                Objects.requireNonNull(wanted.role()),
                wanted.organisation().isEmpty() ? null : wanted.organisation(),
                Objects.requireNonNull(wanted.category()),
                null,
                wanted.from(),
                null,
                false,
                null,
                wanted.alternateOf().isEmpty() ? null : wanted.alternateOf(),
                false,
                0);
    }
}
