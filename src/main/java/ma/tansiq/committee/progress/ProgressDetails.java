package ma.tansiq.committee.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.tansiq.committee.progress.ProgressContents.BudgetLine;
import ma.tansiq.committee.progress.ProgressContents.Indicator;
import ma.tansiq.committee.progress.ProgressContents.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What reports say, line by line; read for any number of reports at once. */
@Repository
class ProgressDetails {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;

    ProgressDetails(JdbcClient database, NamedParameterJdbcTemplate batch) {
        this.database = database;
        this.batch = batch;
    }

    private record IndicatorRow(
            String report,
            String name,
            String unit,
            @Nullable BigDecimal target,
            BigDecimal value) {}

    private record BudgetRow(String report, String line, BigDecimal planned, BigDecimal committed, BigDecimal paid) {}

    private record RequestRow(
            String report,
            String title,
            String text,
            @Nullable String matter) {}

    ProgressContents of(ProgressReport report) {
        return Objects.requireNonNull(of(List.of(report)).get(report.reference()));
    }

    /** By the reports' references. */
    Map<String, ProgressContents> of(Collection<ProgressReport> reports) {
        List<String> references =
                reports.stream().map(ProgressReport::reference).toList();
        Map<String, List<Indicator>> indicators = read(
                        "select report, name, unit, target, value from progress_indicator",
                        references,
                        IndicatorRow.class)
                .stream()
                .collect(groupingBy(
                        IndicatorRow::report,
                        mapping(
                                each -> new Indicator(each.name(), each.unit(), each.target(), each.value()),
                                toList())));
        Map<String, List<BudgetLine>> budgets = read(
                        "select report, line, planned, committed, paid from progress_budget_line",
                        references,
                        BudgetRow.class)
                .stream()
                .collect(groupingBy(
                        BudgetRow::report,
                        mapping(
                                each -> new BudgetLine(each.line(), each.planned(), each.committed(), each.paid()),
                                toList())));
        Map<String, List<Request>> requests =
                read("select report, title, text, matter from progress_request", references, RequestRow.class).stream()
                        .collect(groupingBy(
                                RequestRow::report,
                                mapping(each -> new Request(each.title(), each.text(), each.matter()), toList())));
        return reports.stream()
                .collect(Collectors.toMap(
                        ProgressReport::reference,
                        each -> new ProgressContents(
                                each.narrative(),
                                each.risks(),
                                indicators.getOrDefault(each.reference(), List.of()),
                                budgets.getOrDefault(each.reference(), List.of()),
                                requests.getOrDefault(each.reference(), List.of()))));
    }

    private <T> List<T> read(String select, List<String> references, Class<T> row) {
        return references.isEmpty()
                ? List.of()
                : database.sql(select + " where report in (:reports) order by report, ordinal")
                        .param("reports", references)
                        .query(row)
                        .list();
    }

    /** Replaces what an earlier version of the report said. */
    void keep(String report, ProgressContents contents) {
        for (String table : List.of("progress_indicator", "progress_budget_line", "progress_request")) {
            database.sql("delete from " + table + " where report = :report")
                    .param("report", report)
                    .update();
        }
        write(
                "insert into progress_indicator values (:report, :ordinal, :name, :unit, :target, :value)",
                report,
                contents.indicators(),
                each -> new MapSqlParameterSource("name", each.name())
                        .addValue("unit", each.unit())
                        .addValue("target", each.target())
                        .addValue("value", each.value()));
        write(
                "insert into progress_budget_line values (:report, :ordinal, :line, :planned, :committed, :paid)",
                report,
                contents.budget(),
                each -> new MapSqlParameterSource("line", each.line())
                        .addValue("planned", each.planned())
                        .addValue("committed", each.committed())
                        .addValue("paid", each.paid()));
        write(
                "insert into progress_request values (:report, :ordinal, :title, :text, null)",
                report,
                contents.requests(),
                each -> new MapSqlParameterSource("title", each.title()).addValue("text", each.text()));
    }

    private <T> void write(String insert, String report, List<T> lines, Function<T, MapSqlParameterSource> parameters) {
        if (!lines.isEmpty()) {
            List<MapSqlParameterSource> rows = new ArrayList<>();
            IntStream.range(0, lines.size())
                    .forEach(i -> rows.add(parameters
                            .apply(lines.get(i))
                            .addValue("report", report)
                            .addValue("ordinal", i + 1)));
            batch.batchUpdate(insert, rows.toArray(MapSqlParameterSource[]::new));
        }
    }

    /**
     * A request became a matter.
     *
     * @param ordinal 1, 2, … in the report
     */
    void takeUp(String report, int ordinal, String matter) {
        database.sql("update progress_request set matter = :matter where report = :report and ordinal = :ordinal")
                .param("matter", matter)
                .param("report", report)
                .param("ordinal", ordinal)
                .update();
    }
}
