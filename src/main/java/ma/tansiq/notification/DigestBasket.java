package ma.tansiq.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Absence;
import ma.tansiq.committee.body.Absences;
import ma.tansiq.deadline.DeadlineNotice;
import ma.tansiq.deadline.DigestEntries;
import ma.tansiq.deadline.Ledger.What;
import org.springframework.stereotype.Component;

/**
 * Keeps what may wait for the daily digests of those who chose one (rule D4). What is due today, or before the next
 * digest comes, does not wait; nor does what a substitute gets a copy of.
 */
@Component
class DigestBasket {

    private final DigestEntries entries;
    private final WorkingDays workingDays;
    private final Absences absences;
    private final Clock clock;

    DigestBasket(DigestEntries entries, WorkingDays workingDays, Absences absences, Clock clock) {
        this.entries = entries;
        this.workingDays = workingDays;
        this.absences = absences;
        this.clock = clock;
    }

    /** Keeps the notice for those of them for whom it waits, and gives them. */
    List<Recipient> collect(DeadlineNotice notice, What what, List<Recipient> told) {
        if (told.stream().noneMatch(Recipient::digest) || isUrgent(notice.dueAt())) {
            return List.of();
        }
        Set<String> absent = absences.activeOn(LocalDate.now(clock)).stream()
                .map(Absence::account)
                .collect(Collectors.toSet());
        List<Recipient> later = told.stream()
                .filter(Recipient::digest)
                .filter(each -> !absent.contains(each.account()))
                .toList();
        entries.collect(
                notice.taskId(),
                what,
                notice.step(),
                later.stream().map(Recipient::account).toList());
        return later;
    }

    private boolean isUrgent(Instant dueAt) {
        LocalDate today = LocalDate.now(clock);
        LocalDate due = workingDays.dayOf(dueAt);
        return !due.isBefore(today) && due.isBefore(workingDays.plus(today, 1));
    }
}
