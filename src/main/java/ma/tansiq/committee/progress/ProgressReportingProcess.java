package ma.tansiq.committee.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.progress.ProgressContents.BudgetLine;
import ma.tansiq.committee.progress.ProgressContents.Indicator;
import ma.tansiq.committee.progress.ProgressContents.Request;
import ma.tansiq.deadline.Deadlines;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OpenDeadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/ProgressReporting.bpmn} and a programme's report meet. */
@Component
public class ProgressReportingProcess {

    private final ProgressManagement progress;
    private final ProgressReports reports;
    private final ProgressDetails details;
    private final ProgressSummaries summaries;
    private final ProgressTexts texts;
    private final Bodies bodies;
    private final MeetingFacts facts;
    private final Correlation correlation;
    private final Deadlines deadlines;
    private final OpenDeadlines open;

    @SuppressWarnings("TooManyParameters")
    ProgressReportingProcess(
            ProgressManagement progress,
            ProgressReports reports,
            ProgressDetails details,
            ProgressSummaries summaries,
            ProgressTexts texts,
            Bodies bodies,
            MeetingFacts facts,
            Correlation correlation,
            Deadlines deadlines,
            OpenDeadlines open) {
        this.progress = progress;
        this.reports = reports;
        this.details = details;
        this.summaries = summaries;
        this.texts = texts;
        this.bodies = bodies;
        this.facts = facts;
        this.correlation = correlation;
        this.deadlines = deadlines;
        this.open = open;
    }

    @EventListener
    void on(ProgressManagement.StaysDue missing) {
        correlation.begin("ReportOverdue", missing.report());
    }

    @EventListener
    void on(ProgressManagement.Superseded earlier) {
        correlation.tellIfAwaited("ReportSuperseded", earlier.report());
    }

    @EventListener
    void on(MeetingEvents.Convened session) {
        sessionMoved(session.notice().reference());
    }

    @EventListener
    void on(MeetingEvents.Rescheduled session) {
        sessionMoved(session.notice().reference());
    }

    /** The cut-off and the due dates of reports count from the session that they feed; programmes are fed by none. */
    private void sessionMoved(String review) {
        if (facts.find(review).isEmpty()
                || facts.body(review).process() == MeetingProcess.PROGRAMME_COMMITTEE_MEETING) {
            return;
        }
        List<String> fed = reports.referencesOf(review);
        if (!fed.isEmpty()) {
            open.recalculateTimer(review, "Timer_ReportsCutOff");
            fed.forEach(deadlines::recompute);
        }
    }

    // what the diagram asks

    public boolean awaitsValidation(String report) {
        return reports.required(report).awaitsValidation();
    }

    public boolean isValidated(String report) {
        return reports.required(report).isValidated();
    }

    // what people answer

    public void submitted(Answers answers) {
        progress.submit(answers.businessKey(), answers.read(ProgressReportingProcess::contents), answers.submitter());
    }

    private static ProgressContents contents(Fields fields) {
        return new ProgressContents(
                fields.requiredText("narrative", 20_000),
                fields.text("risks", 10_000).orElse(""),
                fields.rows("indicators", ProgressReportingProcess::indicator),
                fields.rows("budget", ProgressReportingProcess::budgetLine),
                fields.rows(
                        "requests",
                        row -> new Request(row.requiredText("title", 200), row.requiredText("text", 10_000), null)));
    }

    private static Indicator indicator(Fields row) {
        return new Indicator(
                row.requiredText("name", 200),
                row.text("unit", 50).orElse(""),
                row.optionalNumber("target").orElse(null),
                row.number("value"));
    }

    private static BudgetLine budgetLine(Fields row) {
        BudgetLine line = new BudgetLine(
                row.requiredText("line", 200), row.number("planned"), row.number("committed"), row.number("paid"));
        if (row.sound("line", "planned", "committed", "paid")) {
            check(line);
        }
        return line;
    }

    private static void check(BudgetLine line) {
        List.of(line.planned(), line.committed(), line.paid()).forEach(each -> {
            if (each.signum() < 0 || each.stripTrailingZeros().scale() > 2 || each.precision() - each.scale() > 13) {
                throw CommitteeRefusal.because("amount", line.line());
            }
        });
        if (line.paid().compareTo(line.committed()) > 0) {
            throw CommitteeRefusal.because("paidBeyondCommitted", line.line());
        }
    }

    public void validated(Answers answers) {
        if (answers.either("decision", "validate", "return")) {
            progress.validate(
                    answers.businessKey(), answers.choice("validation", Validation.class), answers.submitter());
        } else {
            progress.returnForChange(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    // what forms show

    public String reference(String report) {
        return report;
    }

    public String bodyName(String report) {
        return bodies.find(reports.required(report).body()).orElseThrow().nameFr();
    }

    public String period(String report) {
        return texts.quarter(reports.required(report).quarter());
    }

    /** When the review goes on without waiting. */
    public String dueAt(String report) {
        ProgressReport found = reports.required(report);
        return FormTexts.dateTime(found.closedAt().orElseGet(() -> progress.cutOff(found.review())));
    }

    public Object remark(String report) {
        return FormTexts.text(
                reports.required(report).returnRemark().map(FormTexts::verbatim).orElse(""));
    }

    public Object narrative(String report) {
        return FormTexts.text(reports.required(report).narrative());
    }

    public Object risks(String report) {
        return FormTexts.text(reports.required(report).risks());
    }

    /** What was reported, or else what the last report measured, without its values. */
    public Object indicators(String report) {
        return FormTexts.json(started(report).indicators().stream()
                .map(each -> Map.of(
                        "name", each.name(),
                        "unit", each.unit(),
                        "target", typed(each.target()),
                        "value", isNew(report) ? "" : typed(each.value())))
                .toList());
    }

    public Object budget(String report) {
        return FormTexts.json(started(report).budget().stream()
                .map(each -> Map.of(
                        "line",
                        each.line(),
                        "planned",
                        typed(each.planned()),
                        "committed",
                        isNew(report) ? "" : typed(each.committed()),
                        "paid",
                        isNew(report) ? "" : typed(each.paid())))
                .toList());
    }

    public Object requests(String report) {
        return FormTexts.json(details.of(reports.required(report)).requests().stream()
                .map(each -> Map.of("title", each.title(), "text", each.text()))
                .toList());
    }

    public Object reportText(String report) {
        String review = reports.required(report).review();
        return FormTexts.text(summaries.of(review).orElseThrow().programmes().stream()
                .filter(each -> each.report().reference().equals(report))
                .map(texts::report)
                .findFirst()
                .orElseThrow());
    }

    private boolean isNew(String report) {
        return reports.required(report).submittedAt().isEmpty();
    }

    private ProgressContents started(String report) {
        ProgressReport found = reports.required(report);
        return details.of(
                isNew(report)
                        ? reports.validatedBefore(found.quarter().toString(), found.body())
                                .orElse(found)
                        : found);
    }

    private static Object typed(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros();
    }
}
