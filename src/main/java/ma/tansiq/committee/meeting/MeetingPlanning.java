package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.SessionHours;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyRefusal;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The policy on dates of sessions (rules A2b, A3 and D2): a working day, in the future, at hours that the calendar leaves
 * free, with the notice that the level of the body asks for, or with a motive of urgency.
 */
@Component
public class MeetingPlanning {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final WorkingDays workingDays;
    private final SessionHours hours;
    private final MeetingRulesTable rules;
    private final Clock clock;

    MeetingPlanning(WorkingDays workingDays, SessionHours hours, MeetingRulesTable rules, Clock clock) {
        this.workingDays = workingDays;
        this.hours = hours;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Adds all that speaks against that plan.
     *
     * @param resumes whether it is the rest of a session, which everybody was convoked to: it needs no notice
     */
    public void check(MeetingPlan plan, Body body, boolean resumes, Problems problems) {
        Instant now = clock.instant();
        LocalDate day = dayOf(plan.startsAt());
        if (!plan.startsAt().isAfter(now)) {
            problems.add(CommitteeRefusal.because("dateInThePast"));
        } else if (!workingDays.isWorkingDay(day)) {
            problems.add(CommitteeRefusal.because("notAWorkingDay", FormTexts.date(day)));
        } else if (!resumes && plan.urgencyMotive() == null && day.isBefore(earliestDay(body))) {
            problems.add(CommitteeRefusal.because(
                    "noticeTooShort", rules.of(body.rules()).notice(), FormTexts.date(earliestDay(body))));
        }
        if (!body.meetsOn(day)) {
            problems.add(BodyRefusal.closed(body));
        }
        if (!plan.linksSafely()) {
            problems.add(CommitteeRefusal.because("linkScheme"));
        }
        if (!plan.endsAt().isAfter(plan.startsAt())
                || Duration.between(plan.startsAt(), plan.endsAt()).compareTo(LONGEST) > 0) {
            problems.add(CommitteeRefusal.because("wrongDuration"));
        } else {
            hours.breach(plan.startsAt(), plan.endsAt()).ifPresent(breach -> problems.add(refusal(breach)));
        }
    }

    private static CommitteeRefusal refusal(SessionHours.Breach breach) {
        return CommitteeRefusal.because(
                "hours." + breach.rule(), breach.from().toString(), breach.to().toString());
    }

    /** The first day for which a convocation that leaves now respects the notice. */
    LocalDate earliestDay(Body body) {
        return workingDays.plus(dayOf(clock.instant()), rules.of(body.rules()).notice());
    }

    /**
     * Until when items may at least be proposed: the next close of business, when the count of days says that the intake is
     * over as it begins, because the session is planned on a day off or in the evening with the least notice. An urgent
     * session takes no more; null when the count stands.
     */
    @Nullable
    Instant leastIntake(MeetingPlan plan, Body body) {
        Instant now = clock.instant();
        Instant counted = workingDays.deadlineBefore(
                plan.startsAt(), rules.of(body.rules()).intakeClosing());
        return plan.urgencyMotive() != null || counted.isAfter(now) ? null : workingDays.deadlineAfter(now, 0);
    }

    LocalDate today() {
        return dayOf(clock.instant());
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, LegalTime.ZONE);
    }
}
