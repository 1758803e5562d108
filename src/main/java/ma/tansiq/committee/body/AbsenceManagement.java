package ma.tansiq.committee.body;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.HandedTasks;
import ma.tansiq.identity.AdminChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for a member during an absence (rule A1b): set by the member or the body's secretariat, in force from its
 * first to its last day, ended by itself. The member's open tasks go to whoever stands in and come back afterwards; a
 * chair is replaced by an interim instead, and signatures by nobody.
 */
@Component
public class AbsenceManagement {

    /** What only whoever presided does. */
    static final Set<String> PERSONAL = Set.of("Task_SignDecisions", "Task_SignMinutes");

    private static final Set<MemberRole> REPLACEABLE =
            Set.of(MemberRole.VICE_CHAIR, MemberRole.FULL_MEMBER, MemberRole.OBSERVER);
    private static final int LONGEST_DAYS = 366;

    private final Absences absences;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Permissions permissions;
    private final Accounts accounts;
    private final HandedTasks tasks;
    private final AdminChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    AbsenceManagement(
            Absences absences,
            Bodies bodies,
            Memberships memberships,
            Permissions permissions,
            Accounts accounts,
            HandedTasks tasks,
            AdminChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.absences = absences;
        this.bodies = bodies;
        this.memberships = memberships;
        this.permissions = permissions;
        this.accounts = accounts;
        this.tasks = tasks;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** From the first to the last day, both included, the substitute does the account's tasks in that body. */
    @Transactional
    public void announce(String bodyCode, String account, String substitute, LocalDate from, LocalDate to, String by) {
        Body body = bodies.lock(bodyCode).orElseThrow(() -> BodyRefusal.unknownBody(bodyCode));
        refuseStrangers(body, account, by);
        List<Membership> seats = memberships.activeOn(bodyCode, today());
        refuseWrongDates(from, to);
        refuseOffice(seats, account);
        if (!memberships.alternatesOf(account, seats).contains(substitute) || substitute.equals(account)) {
            throw BodyRefusal.notEligible(nameOf(substitute), nameOf(account));
        }
        absences.around(bodyCode, account).stream()
                .filter(each -> each.overlaps(from, to))
                .findFirst()
                .ifPresent(other -> {
                    throw other.account().equals(account)
                            ? BodyRefusal.absenceOverlaps(nameOf(account), other.from(), other.to())
                            : BodyRefusal.standsInThen(nameOf(account), other.from(), other.to());
                });
        absences.around(bodyCode, substitute).stream()
                .filter(each -> each.account().equals(substitute) && each.overlaps(from, to))
                .findFirst()
                .ifPresent(other -> {
                    throw BodyRefusal.substituteAbsent(nameOf(substitute), other.from(), other.to());
                });
        Absence absence = new Absence(UUID.randomUUID(), bodyCode, account, substitute, from, to, by, 1);
        absences.add(absence);
        changes.add(by, bodyCode, "ABSENCE_SET", null, described(absence), null);
        events.publishEvent(new Absence.Announced(body, absence, told(absence, seats)));
        bringInStep();
    }

    /**
     * The member is back: today if the absence has begun, else it does not take place.
     *
     * @param seen version that the reader saw
     */
    @Transactional
    public void end(UUID id, int seen, String by) {
        Absence shown = absences.find(id).orElseThrow(AbsenceConflict::new);
        Body body = bodies.lock(shown.body()).orElseThrow(AbsenceConflict::new);
        Absence absence =
                absences.find(id).filter(each -> each.version() == seen).orElseThrow(AbsenceConflict::new);
        refuseStrangers(body, absence.account(), by);
        LocalDate yesterday = today().minusDays(1);
        boolean begun = absence.from().isBefore(today());
        absences.end(absence, yesterday, by);
        changes.add(by, absence.body(), "ABSENCE_ENDED", described(absence), null, null);
        @Nullable LocalDate lastDay = begun ? yesterday : null;
        events.publishEvent(new Absence.EndedEarly(
                body, absence, lastDay, told(absence, memberships.activeOn(body.code(), today()))));
        tasks.giveBack(absence.beginning(), absence.account());
        bringInStep();
    }

    /** Every full hour, and whenever mandates may have changed: tasks are where they belong today. */
    @EventListener
    @Transactional
    public void on(Mandates.Refreshed refreshed) {
        bringInStep();
    }

    private void bringInStep() {
        LocalDate today = today();
        absences.overBefore(today).forEach(over -> {
            tasks.giveBack(over.beginning(), over.account());
            absences.close(over);
        });
        absences.activeOn(today).stream()
                .filter(each -> isEligible(each, today))
                .forEach(each -> tasks.hand(each.beginning(), each.account(), each.substitute(), PERSONAL));
    }

    /** Whoever does a task of that kind for the account in that body on that day. */
    public Optional<String> standIn(String body, String taskKind, String account, LocalDate day) {
        if (PERSONAL.contains(taskKind)) {
            return Optional.empty();
        }
        return absences.activeOn(day).stream()
                .filter(each -> each.body().equals(body) && each.account().equals(account))
                .filter(each -> isEligible(each, day))
                .map(Absence::substitute)
                .findFirst();
    }

    /** Whether the member and whoever stands in still sit so that one may stand in for the other. */
    private boolean isEligible(Absence absence, LocalDate day) {
        return memberships
                .alternatesOf(absence.account(), memberships.activeOn(absence.body(), day))
                .contains(absence.substitute());
    }

    private void refuseStrangers(Body body, String account, String by) {
        boolean may = by.equals(account)
                || permissions.actsAsSecretary(body.code(), by)
                || accounts.groupsOf(by).contains(Accounts.ADMINISTRATORS);
        if (!may) {
            throw BodyRefusal.absenceOfOthers();
        }
    }

    private void refuseWrongDates(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw BodyRefusal.absenceReversed(from, to);
        }
        if (to.isBefore(today())) {
            throw BodyRefusal.absenceOver(to);
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw BodyRefusal.absenceTooLong(LONGEST_DAYS);
        }
    }

    private void refuseOffice(List<Membership> seats, String account) {
        Optional<Membership> seat =
                seats.stream().filter(each -> account.equals(each.account())).findFirst();
        if (seat.isEmpty()) {
            throw BodyRefusal.noSeat(nameOf(account));
        }
        if (seats.stream()
                .filter(each -> account.equals(each.account()))
                .noneMatch(each -> REPLACEABLE.contains(each.role()))) {
            throw BodyRefusal.officeNotReplaced(nameOf(account));
        }
    }

    private List<String> told(Absence absence, List<Membership> seats) {
        return Stream.concat(
                        Stream.of(absence.account(), absence.substitute()),
                        memberships.holders(seats, MemberRole.SECRETARY).stream()
                                .map(Membership::account)
                                .filter(Objects::nonNull))
                .distinct()
                .toList();
    }

    private static String described(Absence absence) {
        return absence.account() + " → " + absence.substitute() + " · " + BodyRefusal.day(absence.from()) + " – "
                + BodyRefusal.day(absence.to());
    }

    private String nameOf(String account) {
        return accounts.find(account).map(Account::name).orElse(account);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
