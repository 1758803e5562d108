package ma.tansiq.committee.progress;

import java.util.LinkedHashMap;
import java.util.Map;
import ma.tansiq.committee.meeting.FormTexts;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.engine.Answers;
import org.springframework.stereotype.Component;

/** What the secretariat sees when it consolidates a quarter, and what it answers. */
@Component
public class ConsolidationForm {

    private final Consolidation consolidation;
    private final ProgressSummaries summaries;
    private final ProgressTexts texts;
    private final Meetings meetings;
    private final CommitteePapers papers;

    ConsolidationForm(
            Consolidation consolidation,
            ProgressSummaries summaries,
            ProgressTexts texts,
            Meetings meetings,
            CommitteePapers papers) {
        this.consolidation = consolidation;
        this.summaries = summaries;
        this.texts = texts;
        this.meetings = meetings;
        this.papers = papers;
    }

    public void answered(Answers answers) {
        consolidation.consolidate(
                answers.businessKey(),
                answers.requiredText("summary", 20_000),
                answers.texts("takenUp"),
                answers.submitter());
    }

    public String period(String review) {
        return texts.quarter(summaries.of(review).orElseThrow().quarter());
    }

    public Object reportsText(String review) {
        return FormTexts.text(texts.summary(summaries.of(review).orElseThrow()));
    }

    /** What can be taken up, to choose from. */
    public Object arbitrations(String review) {
        Map<String, String> choices = new LinkedHashMap<>();
        consolidation
                .requests(review)
                .forEach(each -> choices.put(
                        each.key(), each.body() + " — " + each.request().title()));
        return FormTexts.options(choices);
    }

    /** Files the summary with the meeting's documents. */
    public void file(String review) {
        papers.progressSummary(
                meetings.required(review),
                summaries.of(review).orElseThrow(),
                consolidation.of(review).orElseThrow().text());
    }
}
