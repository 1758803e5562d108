package ma.tansiq.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.HolidayManagement;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The religious days of the period: an administrator confirms each shortly before it comes, and one of them falls a day
 * beside its estimate.
 */
@Component
@Profile("replay")
class HolidayNews {

    private static final String ACT = "Communiqué du ministère des Habous et des Affaires islamiques";

    private final ReplayPlan plan;
    private final Chance chance;
    private final Diary diary;
    private final Acts acts;
    private final Accounts accounts;
    private final Holidays holidays;
    private final HolidayManagement management;
    private final WorkingDays workingDays;

    @SuppressWarnings("TooManyParameters")
    HolidayNews(
            ReplayPlan plan,
            Chance chance,
            Diary diary,
            Acts acts,
            Accounts accounts,
            Holidays holidays,
            HolidayManagement management,
            WorkingDays workingDays) {
        this.plan = plan;
        this.chance = chance.about("holidays");
        this.diary = diary;
        this.acts = acts;
        this.accounts = accounts;
        this.holidays = holidays;
        this.management = management;
        this.workingDays = workingDays;
    }

    void note() {
        List<Holiday> religious = holidays.between(plan.from().plusDays(10), plan.to()).stream()
                .filter(each -> each.kind() == Holiday.Kind.RELIGIOUS && !each.confirmed())
                .toList();
        Optional<Holiday> moved = religious.isEmpty()
                ? Optional.empty()
                : Optional.of(chance.about("moved").oneOf(religious));
        religious.forEach(each -> note(each, moved.filter(each::equals).isPresent()));
    }

    private void note(Holiday holiday, boolean moves) {
        int before = chance.about(holiday.reference(), "known").between(2, 7);
        LocalDate known = workingDays.plus(holiday.firstDay(), -before);
        diary.note(workingDays.opening(known).plusSeconds(600), () -> rule(holiday, moves));
    }

    private void rule(Holiday holiday, boolean moves) {
        Map<String, Integer> rulings = holidays.lastRulings();
        int seen = rulings.getOrDefault(holiday.reference(), 0);
        LocalDate day = chance.about(holiday.reference(), "day").happens(0.8)
                ? holiday.firstDay().plusDays(1)
                : holiday.firstDay().minusDays(1);
        accounts.membersOf(Accounts.ADMINISTRATORS).stream()
                .map(Account::id)
                .findFirst()
                .ifPresent(by -> acts.as(by, () -> {
                    if (moves) {
                        management.move(holiday.reference(), day, seen, ACT, by);
                    } else {
                        management.confirm(holiday.reference(), seen, ACT, by);
                    }
                }));
    }
}
