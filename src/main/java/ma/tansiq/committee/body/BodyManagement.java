package ma.tansiq.committee.body;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.AdminChanges;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sits in the bodies: appointing, ending a mandate, naming an interim (rules A1, A1b). Changes to one body come one
 * after the other; each brings the engine's groups in step before it commits, and is on record with who made it.
 */
@Component
public class BodyManagement {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_CADENCE = 24;
    private static final Pattern MONTHS = Pattern.compile("[1-9][0-9]?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Bodies bodies;
    private final Memberships memberships;
    private final Mandates mandates;
    private final Accounts accounts;
    private final AdminChanges changes;
    private final Organisations organisations;
    private final InterimRules interims;
    private final ClosedBodies closed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    BodyManagement(
            Bodies bodies,
            Memberships memberships,
            Mandates mandates,
            Accounts accounts,
            AdminChanges changes,
            Organisations organisations,
            InterimRules interims,
            ClosedBodies closed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.mandates = mandates;
        this.accounts = accounts;
        this.changes = changes;
        this.organisations = organisations;
        this.interims = interims;
        this.closed = closed;
        this.events = events;
        this.clock = clock;
    }

    /** As {@link #appoint(String, String, String, LocalDate, String)}, for the organisation that has the seat. */
    @Transactional
    public Membership appoint(String seat, String account, LocalDate from, String by) {
        String organisation = Objects.requireNonNullElse(openOn(seat).organisation(), "");
        return appoint(seat, account, organisation, from, by);
    }

    /**
     * Gives a vacant seat to that person, who stands for that organisation, from that day on; the days before stay vacant
     * on record.
     *
     * @param organisation code of one that exists on that day; empty for none
     */
    @Transactional
    public Membership appoint(String seat, String account, String organisation, LocalDate from, String by) {
        Body body = lockBodyOf(seat);
        Membership open = openOn(seat);
        refuseTaken(open);
        refuseUnknown(account);
        refuseSeated(body, account);
        if (from.isBefore(open.validFrom())) {
            throw BodyRefusal.tooEarly(from, open.validFrom());
        }
        String standsFor = existing(organisation, open, from);
        Membership appointed = hold(open, account, standsFor, from);
        changes.add(by, seat, "APPOINTED", null, account + " · " + DAY.format(from), null);
        if (!Objects.equals(open.organisation(), standsFor)) {
            changes.add(by, seat, "SEAT_ORGANISATION", open.organisation(), standsFor, null);
        }
        mandates.refresh(body);
        closed.follow(body);
        return appointed;
    }

    /**
     * Gives each vacant seat to the account named for it, from the seat's first day on; seats that are held, or that do
     * not exist, are passed over. For accounts that arrive all at once.
     */
    @Transactional
    public void fillVacantSeats(Map<String, String> accountsBySeat) {
        accountsBySeat.forEach((seat, account) -> memberships
                .openOn(seat)
                .filter(Membership::isVacant)
                .ifPresent(vacant -> memberships.save(vacant.heldBy(account))));
        mandates.refresh();
    }

    /** Ends the mandate of the seat's holder with that day, included; the seat is vacant from the next day on. */
    @Transactional
    public Membership end(String seat, LocalDate lastDay, String by) {
        Body body = lockBodyOf(seat);
        Membership open = openOn(seat);
        if (open.isVacant()) {
            throw BodyRefusal.seatVacant(seat);
        }
        if (lastDay.isBefore(open.validFrom())) {
            throw BodyRefusal.endBeforeStart(open.validFrom(), lastDay);
        }
        Membership ended = memberships.save(open.endedOn(lastDay));
        memberships.save(open.followedBy(null, lastDay.plusDays(1)));
        changes.add(by, seat, "MANDATE_ENDED", holder(open), DAY.format(lastDay), null);
        mandates.refresh(body);
        closed.follow(body);
        return ended;
    }

    /** Names an interim of the chair from the first to the last day, both included, by that act; those concerned are told. */
    @Transactional
    public Membership nameInterim(
            String bodyCode, String account, String typedAct, LocalDate from, LocalDate to, String by) {
        Body body = lock(bodyCode);
        Membership chair = chairOf(body);
        String act = Texts.clean(typedAct);
        Problems problems = new Problems();
        problems.check(() -> refuseUnknown(account));
        interims.check(chair, account, act, from, to, today(), problems);
        problems.refuse();
        Membership interim = memberships.save(Membership.interim(chair, account, act, from, to));
        changes.add(by, chair.seat(), "INTERIM_NAMED", null, account + " · " + period(from, to), act);
        mandates.refresh(body);
        events.publishEvent(new Membership.InterimNamed(body, interim, told(chair, interim)));
        return interim;
    }

    /** As {@link #endInterim(UUID, int, LocalDate, String)}, of whoever is the body's interim on that day. */
    @Transactional
    public Membership endInterim(String bodyCode, LocalDate lastDay, String by) {
        lock(bodyCode);
        Membership interim = memberships.activeOn(bodyCode, lastDay).stream()
                .filter(Membership::interim)
                .findFirst()
                .orElseThrow(() -> BodyRefusal.seatVacant(bodyCode));
        return endInterim(interim.id(), interim.version(), lastDay, by);
    }

    /**
     * Ends an interim before its time, with that day included: at the earliest with yesterday, for what an interim did
     * stays done. Those concerned are told.
     *
     * @param seen version of the interim that the reader saw
     */
    @Transactional
    public Membership endInterim(UUID id, int seen, LocalDate lastDay, String by) {
        Membership interim = lockedInterim(id, seen);
        interims.checkEnd(interim, lastDay, today());
        Membership ended = memberships.save(interim.endedOn(lastDay));
        changes.add(by, interim.seat(), "INTERIM_ENDED", holder(interim), DAY.format(lastDay), interim.act());
        concludes(interim, lastDay);
        return ended;
    }

    /** Takes back an interim that has not begun; {@code seen} as for {@link #endInterim(UUID, int, LocalDate, String)}. */
    @Transactional
    public void withdrawInterim(UUID id, int seen, String by) {
        Membership interim = lockedInterim(id, seen);
        interims.checkNotBegun(interim, today());
        memberships.delete(interim.id());
        changes.add(
                by,
                interim.seat(),
                "INTERIM_WITHDRAWN",
                holder(interim) + " · " + period(interim.validFrom(), InterimRules.lastDay(interim)),
                null,
                interim.act());
        concludes(interim, null);
    }

    private void concludes(Membership interim, @Nullable LocalDate lastDay) {
        Body body = lock(interim.body());
        mandates.refresh(body);
        events.publishEvent(new Membership.InterimEnded(body, interim, lastDay, told(chairOf(body), interim)));
    }

    private Membership lockedInterim(UUID id, int seen) {
        Membership shown = memberships.find(id).orElseThrow(InterimConflict::new);
        lock(shown.body());
        return memberships
                .find(id)
                .filter(Membership::interim)
                .filter(each -> each.version() == seen)
                .orElseThrow(InterimConflict::new);
    }

    /** The interim, the person replaced, the secretary and whoever else may act as chair, each once. */
    private List<String> told(Membership chair, Membership interim) {
        List<Membership> seats = memberships.activeOn(chair.body(), today());
        return Stream.of(
                        Stream.of(interim, chair),
                        memberships.holders(seats, MemberRole.SECRETARY).stream(),
                        Offices.of(seats).presiding().stream())
                .flatMap(each -> each)
                .map(Membership::account)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The strategy's file assumed that seat; by that source or reason it is no assumption any more. */
    @Transactional
    public void confirmSeat(String seat, String reason, String by) {
        lockBodyOf(seat);
        if (!openOn(seat).assumption()) {
            throw BodyRefusal.alreadyConfirmed(seat);
        }
        changes.add(by, seat, "SEAT_CONFIRMED", null, null, checkedReason(reason));
        memberships.confirm(seat);
    }

    /**
     * As {@link #confirmSeat}, for the period between two meetings of the body.
     *
     * @param shown the cadence that the reader saw
     */
    @Transactional
    public void confirmCadence(String bodyCode, String shown, String reason, String by) {
        Body body = lock(bodyCode);
        refuseStale(body, shown);
        if (!body.isCadenceAssumed()) {
            throw BodyRefusal.alreadyConfirmed(bodyCode);
        }
        changes.add(by, bodyCode, "CADENCE_CONFIRMED", null, body.cadence(), checkedReason(reason));
        bodies.confirmCadence(bodyCode);
    }

    /**
     * Sets the period between two meetings of the body, by that source or reason (rule A2). What the body owes follows
     * at the next watch; the top meets by decision only.
     *
     * @param shown the cadence that the reader saw
     * @param months whole number of months, 1 to 24, as it was typed
     */
    @Transactional
    public void changeCadence(String bodyCode, String shown, String months, String reason, String by) {
        Body body = lock(bodyCode);
        if (body.isClosed()) {
            throw BodyRefusal.closed(body);
        }
        if (body.process() == MeetingProcess.INTERMINISTERIAL_SESSION) {
            throw BodyRefusal.meetsByDecision(bodyCode);
        }
        refuseStale(body, shown);
        String cadence = "P%dM".formatted(checkedMonths(months));
        String source = checkedReason(reason);
        if (cadence.equals(body.cadence())) {
            throw BodyRefusal.sameCadence(bodyCode);
        }
        changes.add(by, bodyCode, "CADENCE_CHANGED", body.cadence(), cadence, source);
        bodies.changeCadence(bodyCode, cadence);
    }

    private static void refuseStale(Body body, String shown) {
        if (!shown.equals(Objects.requireNonNullElse(body.cadence(), ""))) {
            throw new BodyConflict(body.code());
        }
    }

    private static int checkedMonths(String typed) {
        String months = Texts.clean(typed);
        if (!MONTHS.matcher(months).matches() || Integer.parseInt(months) > LONGEST_CADENCE) {
            throw BodyRefusal.cadencePeriod(LONGEST_CADENCE);
        }
        return Integer.parseInt(months);
    }

    private static String checkedReason(String typed) {
        String reason = Texts.clean(typed);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw BodyRefusal.reasonMissing(LONGEST_REASON);
        }
        return reason;
    }

    private Membership hold(Membership vacant, String account, @Nullable String organisation, LocalDate from) {
        if (from.isEqual(vacant.validFrom())) {
            return memberships.save(vacant.heldBy(account).inOrganisation(organisation));
        }
        memberships.save(vacant.endedOn(from.minusDays(1)));
        return memberships.save(vacant.followedBy(account, from).inOrganisation(organisation));
    }

    /** The organisation that the seat has anyway, or one that exists on that day. */
    private @Nullable String existing(String organisation, Membership open, LocalDate from) {
        if (organisation.isEmpty() || organisation.equals(open.organisation())) {
            return organisation.isEmpty() ? null : organisation;
        }
        return organisations
                .find(organisation)
                .filter(each -> each.isActiveOn(from))
                .map(Organisation::code)
                .orElseThrow(() -> BodyRefusal.organisationUnknown(organisation));
    }

    private void refuseTaken(Membership open) {
        if (!open.isVacant()) {
            throw BodyRefusal.seatTaken(open.seat(), nameOf(holder(open)));
        }
    }

    private void refuseUnknown(String account) {
        if (accounts.find(account).isEmpty()) {
            throw BodyRefusal.unknownAccount(account);
        }
    }

    private void refuseSeated(Body body, String account) {
        memberships.ofAccount(account).stream()
                .filter(held -> held.body().equals(body.code()))
                .filter(held -> held.validTo() == null)
                .findFirst()
                .ifPresent(held -> {
                    throw BodyRefusal.alreadySeated(nameOf(account), held.seat());
                });
    }

    private Membership chairOf(Body body) {
        List<Membership> seats = memberships.ofBody(body.code());
        return seats.stream()
                .filter(seat -> seat.role() == MemberRole.CHAIR)
                .filter(Predicate.not(Membership::interim))
                .filter(seat -> seat.validTo() == null)
                .findFirst()
                .orElseThrow(() -> BodyRefusal.unknownSeat(body.code()));
    }

    private Membership openOn(String seat) {
        return memberships.openOn(seat).orElseThrow(() -> BodyRefusal.unknownSeat(seat));
    }

    private Body lockBodyOf(String seat) {
        return lock(openOn(seat).body());
    }

    private Body lock(String code) {
        return bodies.lock(code).orElseThrow(() -> BodyRefusal.unknownBody(code));
    }

    private static String period(LocalDate from, LocalDate to) {
        return DAY.format(from) + " – " + DAY.format(to);
    }

    private String nameOf(String account) {
        return accounts.find(account).map(Account::name).orElse(account);
    }

    private static String holder(Membership seat) {
        return Objects.requireNonNullElse(seat.account(), "");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
