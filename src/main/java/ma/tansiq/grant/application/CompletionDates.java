package ma.tansiq.grant.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Until when documents are replaced (rule E3): {@code GrantDeadlines.dmn} and {@code GrantReminders.dmn}. */
@Component
class CompletionDates {

    private final DecisionTables tables;
    private final WorkingDays workingDays;
    private final Clock clock;

    CompletionDates(DecisionTables tables, WorkingDays workingDays, Clock clock) {
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Last day, for documents that are asked for now. */
    LocalDate dueOn() {
        return workingDays.plus(LocalDate.now(clock), days("GrantDeadlines", "taskKind", "Activity_AwaitCompletion"));
    }

    /** At the opening of offices some working days before. */
    Instant reminder(LocalDate dueOn) {
        return workingDays.opening(workingDays.plus(dueOn, -days("GrantReminders", "awaited", "COMPLETION")));
    }

    /** The whole last day belongs to the association. */
    Instant over(LocalDate dueOn) {
        return dueOn.plusDays(1).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    private int days(String table, String input, String value) {
        return DecisionTables.output(
                tables.evaluate(table, Map.of(input, value)).get(0), "workingDays", Integer.class);
    }
}
