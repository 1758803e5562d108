package ma.tansiq.committee.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.progress.ProgressContents.BudgetLine;
import ma.tansiq.committee.progress.ProgressContents.Indicator;
import ma.tansiq.committee.progress.ProgressSummary.ActionCount;
import ma.tansiq.committee.progress.ProgressSummary.Budget;
import ma.tansiq.committee.progress.ProgressSummary.IndicatorChange;
import ma.tansiq.committee.progress.ProgressSummary.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a quarter together and compares it with what each programme reported before. */
@Component
@Transactional(readOnly = true)
public class ProgressSummaries {

    private final ProgressReports reports;
    private final ProgressDetails details;
    private final Bodies bodies;
    private final JdbcClient database;
    private final Clock clock;

    ProgressSummaries(
            ProgressReports reports, ProgressDetails details, Bodies bodies, JdbcClient database, Clock clock) {
        this.reports = reports;
        this.details = details;
        this.bodies = bodies;
        this.database = database;
        this.clock = clock;
    }

    private record Counted(String body, int done, int open, int overdue) {}

    /** What that review was fed with; empty when it asked for nothing. */
    public Optional<ProgressSummary> of(String review) {
        List<ProgressReport> all = reports.ofReview(review);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Quarter quarter = all.get(0).quarter();
        List<String> codes = all.stream().map(ProgressReport::body).toList();
        Map<String, ProgressReport> earlier = reports.validatedBefore(quarter.toString(), codes).stream()
                .collect(Collectors.toMap(ProgressReport::body, Function.identity()));
        Map<String, Body> known = bodies.all().stream().collect(Collectors.toMap(Body::code, Function.identity()));
        Map<String, ActionCount> actions = actions(codes, quarter);
        Map<String, ProgressContents> contents = details.of(
                Stream.concat(all.stream(), earlier.values().stream()).toList());
        return Optional.of(new ProgressSummary(
                review,
                quarter,
                all.stream()
                        .map(each -> programme(
                                each,
                                Objects.requireNonNull(known.get(each.body())),
                                earlier.get(each.body()),
                                contents,
                                actions.getOrDefault(each.body(), new ActionCount(0, 0, 0))))
                        .toList()));
    }

    private static Programme programme(
            ProgressReport report,
            Body body,
            @Nullable ProgressReport earlier,
            Map<String, ProgressContents> contents,
            ActionCount actions) {
        ProgressContents now = Objects.requireNonNull(contents.get(report.reference()));
        ProgressContents before = earlier == null ? null : contents.get(earlier.reference());
        return new Programme(
                report,
                now,
                body,
                earlier == null ? null : earlier.quarter(),
                now.indicators().stream()
                        .map(each -> new IndicatorChange(each, before == null ? null : change(each, before)))
                        .toList(),
                budget(now, isSameYear(report, earlier) ? before : null),
                actions);
    }

    private static @Nullable BigDecimal change(Indicator indicator, ProgressContents before) {
        return before.indicators().stream()
                .filter(each -> each.name().equalsIgnoreCase(indicator.name()))
                .map(each -> indicator.value().subtract(each.value()))
                .findFirst()
                .orElse(null);
    }

    /** Amounts count from the beginning of the year, so that only a report of the same year can be compared. */
    private static boolean isSameYear(ProgressReport report, @Nullable ProgressReport earlier) {
        return earlier != null && earlier.quarter().year() == report.quarter().year();
    }

    private static Budget budget(ProgressContents now, @Nullable ProgressContents before) {
        BigDecimal committed = sum(now, BudgetLine::committed);
        BigDecimal paid = sum(now, BudgetLine::paid);
        return new Budget(
                sum(now, BudgetLine::planned),
                committed,
                paid,
                before == null ? null : committed.subtract(sum(before, BudgetLine::committed)),
                before == null ? null : paid.subtract(sum(before, BudgetLine::paid)));
    }

    private static BigDecimal sum(ProgressContents contents, Function<BudgetLine, BigDecimal> amount) {
        return contents.budget().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, ActionCount> actions(List<String> codes, Quarter quarter) {
        LocalDate end = quarter.firstDay().plusMonths(3);
        return database
                .sql("""
                        select body,
                               count(*) filter (where status = 'DONE' and closed_at >= :from and closed_at < :end) as done,
                               count(*) filter (where status not in ('DONE', 'CANCELLED')) as open,
                               count(*) filter (where status not in ('DONE', 'CANCELLED') and due_on < :today) as overdue
                          from action where body in (:bodies) group by body""")
                .param("bodies", codes)
                .param("from", quarter.firstDay())
                .param("end", end)
                .param("today", LocalDate.now(clock))
                .query(Counted.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Counted::body, each -> new ActionCount(each.done(), each.open(), each.overdue())));
    }
}
