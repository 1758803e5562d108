package ma.tansiq.committee.cadence;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import ma.tansiq.calendar.QuietPeriods;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The policy on dates that a cadence sets (rules A2, A2b, A3). */
@Component
class CadenceRules {

    private final QuietPeriods quiet;
    private final WorkingDays workingDays;
    private final MeetingRulesTable rules;

    CadenceRules(QuietPeriods quiet, WorkingDays workingDays, MeetingRulesTable rules) {
        this.quiet = quiet;
        this.workingDays = workingDays;
        this.rules = rules;
    }

    /** The date that a cadence sets, and the one that counts instead when it lies in a quiet period. */
    record Date(String cadence, LocalDate dueOn, @Nullable LocalDate shiftedTo) {}

    /** The end of the period that begins after that day. */
    Date date(Body body, LocalDate since) {
        String cadence = Objects.requireNonNull(body.cadence());
        return shifted(cadence, since.plus(Period.parse(cadence)));
    }

    /**
     * The same for a period that runs already. A cadence that was shortened leaves the time to prepare a meeting from
     * today on, and never more than there was.
     */
    Date again(Body body, Obligation open, LocalDate today) {
        if (open.cadence().equals(body.cadence())) {
            return shifted(open.cadence(), open.dueOn());
        }
        Date computed = date(body, open.since());
        LocalDate soon = workingDays.plus(today, opening(body));
        LocalDate earliest = soon.isBefore(open.dueOn()) ? soon : open.dueOn();
        return computed.dueOn().isBefore(earliest) ? shifted(computed.cadence(), earliest) : computed;
    }

    /** Whether the time has come to plan a meeting for that obligation. */
    boolean isDue(Body body, Obligation open, LocalDate today) {
        return !today.isBefore(workingDays.plus(open.date(), -opening(body)));
    }

    /** The day that the body counts from when nothing was counted before: its last meeting, where that still fulfils. */
    LocalDate begin(Body body, @Nullable LocalDate lastHeld, LocalDate today) {
        return lastHeld == null || isOver(body, lastHeld, today) ? today : lastHeld;
    }

    /** Whether the period after a meeting of that day has passed. */
    boolean isOver(Body body, LocalDate lastHeld, LocalDate today) {
        Date date = date(body, lastHeld);
        return today.isAfter(date.shiftedTo() == null ? date.dueOn() : date.shiftedTo());
    }

    private int opening(Body body) {
        return rules.of(body.rules()).opening();
    }

    private Date shifted(String cadence, LocalDate dueOn) {
        LocalDate shifted = quiet.shift(dueOn);
        return new Date(cadence, dueOn, shifted.equals(dueOn) ? null : shifted);
    }
}
