package ma.tansiq.grant.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** When associations are reminded of what they owe: {@code GrantReminders.dmn}, at the opening of offices. */
@Component
class ReportDates {

    private final DecisionTables tables;
    private final WorkingDays workingDays;
    private final Clock clock;

    ReportDates(DecisionTables tables, WorkingDays workingDays, Clock clock) {
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** For an agreement that is sent now. */
    Instant signatureAwaited() {
        return workingDays.opening(workingDays.plus(LocalDate.now(clock), days("SIGNATURE")));
    }

    Instant dueSoon(LocalDate dueOn) {
        return workingDays.opening(workingDays.plus(dueOn, -days("REPORT_DUE_SOON")));
    }

    Instant overdue(LocalDate dueOn) {
        return workingDays.opening(workingDays.plus(dueOn, days("REPORT_OVERDUE")));
    }

    private int days(String awaited) {
        return DecisionTables.output(
                tables.evaluate("GrantReminders", Map.of("awaited", awaited)).get(0), "workingDays", Integer.class);
    }
}
