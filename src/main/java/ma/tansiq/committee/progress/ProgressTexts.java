package ma.tansiq.committee.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.progress.ProgressSummary.Budget;
import ma.tansiq.committee.progress.ProgressSummary.IndicatorChange;
import ma.tansiq.committee.progress.ProgressSummary.Programme;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reports as forms show them: in French, the working language, what was typed letter by letter. */
@Component
class ProgressTexts {

    private final MeetingFacts facts;
    private final Figures figures;
    private final MessageSource messages;

    ProgressTexts(MeetingFacts facts, Figures figures, MessageSource messages) {
        this.facts = facts;
        this.figures = figures;
        this.messages = messages;
    }

    /** {@code 2e trimestre 2026}. */
    String quarter(Quarter quarter) {
        return say("progress.quarter." + quarter.number(), String.valueOf(quarter.year()));
    }

    /** One programme's report with what changed since its earlier one. */
    String report(Programme programme) {
        List<String> lines = new ArrayList<>();
        ProgressContents contents = programme.contents();
        lines.add(FormTexts.verbatim(contents.narrative()));
        if (!programme.indicators().isEmpty()) {
            lines.add("**%s**".formatted(say("progress.indicators")));
            programme.indicators().forEach(each -> lines.add("- " + indicator(each)));
        }
        if (!contents.budget().isEmpty()) {
            lines.add("**%s**".formatted(say("progress.budget")));
            lines.add(budget(programme.budget()));
        }
        lines.add("**%s** %s"
                .formatted(
                        say("progress.actions"),
                        say(
                                "progress.actions.counted",
                                programme.actions().done(),
                                programme.actions().open(),
                                programme.actions().overdue())));
        if (!contents.risks().isEmpty()) {
            lines.add("**%s**".formatted(say("progress.risks")));
            lines.add(FormTexts.verbatim(contents.risks()));
        }
        if (!contents.requests().isEmpty()) {
            lines.add("**%s**".formatted(say("progress.requests")));
            contents.requests()
                    .forEach(each -> lines.add("- **%s** — %s"
                            .formatted(FormTexts.verbatim(each.title()), FormTexts.verbatim(each.text()))));
        }
        return FormTexts.lines(lines);
    }

    /** The whole quarter: how many programmes fed the review, then each with its report, or that there is none. */
    String summary(ProgressSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(say("progress.fed", summary.fed(), summary.programmes().size(), quarter(summary.quarter())));
        for (Programme each : summary.programmes()) {
            lines.add("## " + FormTexts.verbatim(each.body().nameFr()));
            lines.add("*%s*".formatted(standing(each)));
            if (each.reported()) {
                lines.add(report(each));
            }
        }
        return FormTexts.lines(lines);
    }

    private String standing(Programme programme) {
        ProgressReport report = programme.report();
        String standing = say("progress.standing." + report.standing());
        return report.validation()
                .map(how -> standing
                        + " — "
                        + say(
                                "progress.validated." + how,
                                facts.nameOf(report.validatedBy().orElseThrow())))
                .orElse(standing);
    }

    private String indicator(IndicatorChange each) {
        ProgressContents.Indicator indicator = each.indicator();
        String unit = indicator.unit().isEmpty() ? "" : " " + FormTexts.verbatim(indicator.unit());
        String target =
                indicator.target() == null ? "" : say("progress.target", figures.number(indicator.target()) + unit);
        return "%s : %s%s%s%s"
                .formatted(
                        FormTexts.verbatim(indicator.name()),
                        figures.number(indicator.value()),
                        unit,
                        change(each.change()),
                        target.isEmpty() ? "" : ", " + target);
    }

    private String budget(Budget budget) {
        return say(
                "progress.budget.sums",
                amount(budget.planned()),
                amount(budget.committed()) + changeOfAmount(budget.committedChange()),
                amount(budget.paid()) + changeOfAmount(budget.paidChange()));
    }

    private String change(@Nullable BigDecimal change) {
        return change == null ? "" : " (%s)".formatted(figures.change(change));
    }

    private String changeOfAmount(@Nullable BigDecimal change) {
        return change == null ? "" : " (%s)".formatted(figures.changeOfAmount(change));
    }

    private String amount(BigDecimal value) {
        return say("progress.amount", figures.amount(value));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
