package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Problems;
import org.springframework.stereotype.Component;

/** When somebody may be the interim of a chair, and when that may end (rule A1b). */
@Component
class InterimRules {

    private static final int LONGEST_ACT = 100;

    private final Memberships memberships;
    private final Accounts accounts;

    InterimRules(Memberships memberships, Accounts accounts) {
        this.memberships = memberships;
        this.accounts = accounts;
    }

    void check(
            Membership chair,
            String account,
            String act,
            LocalDate from,
            LocalDate to,
            LocalDate today,
            Problems problems) {
        if (act.isBlank() || act.length() > LONGEST_ACT) {
            problems.add(BodyRefusal.actMissing());
        }
        if (account.equals(chair.account())) {
            problems.add(BodyRefusal.ownInterim(nameOf(account)));
        }
        if (to.isBefore(from)) {
            problems.add(BodyRefusal.endBeforeStart(from, to));
            return;
        }
        if (to.isBefore(today)) {
            problems.add(BodyRefusal.interimOver(from, to));
            return;
        }
        overlapping(chair.seat(), from, to).ifPresent(other -> {
            problems.add(BodyRefusal.interimOverlaps(
                    nameOf(Objects.requireNonNullElse(other.account(), "")), other.validFrom(), lastDay(other)));
        });
    }

    void checkEnd(Membership interim, LocalDate lastDay, LocalDate today) {
        if (interim.validFrom().isAfter(lastDay)) {
            throw BodyRefusal.endBeforeStart(interim.validFrom(), lastDay);
        }
        if (lastDay.isBefore(today.minusDays(1))) {
            throw BodyRefusal.interimEndsInPast(today.minusDays(1));
        }
        if (!lastDay.isBefore(lastDay(interim))) {
            throw BodyRefusal.interimEndsAnyway(lastDay(interim));
        }
    }

    void checkNotBegun(Membership interim, LocalDate today) {
        if (!interim.validFrom().isAfter(today)) {
            throw BodyRefusal.interimBegun(interim.validFrom());
        }
    }

    static LocalDate lastDay(Membership seat) {
        return Objects.requireNonNullElse(seat.validTo(), LocalDate.MAX);
    }

    private Optional<Membership> overlapping(String seat, LocalDate from, LocalDate to) {
        return memberships.ofSeat(seat).stream()
                .filter(Membership::interim)
                .filter(other -> other.overlaps(from, to))
                .findFirst();
    }

    private String nameOf(String account) {
        return accounts.find(account).map(Account::name).orElse(account);
    }
}
