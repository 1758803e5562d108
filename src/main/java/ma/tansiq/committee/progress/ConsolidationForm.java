package ma.tansiq.committee.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.FormTexts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat sees when it consolidates a quarter, and what it answers. */
@Component
public class ConsolidationForm {

    private final Consolidation consolidation;
    private final ProgressSummaries summaries;
    private final ProgressTexts texts;
    private final Meetings meetings;
    private final CommitteePapers papers;
    private final AgendaManagement packs;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ConsolidationForm(
            Consolidation consolidation,
            ProgressSummaries summaries,
            ProgressTexts texts,
            Meetings meetings,
            CommitteePapers papers,
            AgendaManagement packs,
            Memberships memberships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consolidation = consolidation;
        this.summaries = summaries;
        this.texts = texts;
        this.meetings = meetings;
        this.papers = papers;
        this.packs = packs;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
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

    /** Files the summary with the meeting's documents and sends it to the members; a pack that has left, leaves with it. */
    @Transactional
    public void file(String review) {
        Meeting meeting = meetings.required(review);
        ProgressSummary summary = summaries.of(review).orElseThrow();
        String text = consolidation.of(review).orElseThrow().text();
        PaperEditions document = papers.progressSummary(meeting, summary, text);
        events.publishEvent(new SummaryFiled(
                review,
                meeting.body(),
                summary.quarter(),
                text,
                summary.fed(),
                summary.programmes().size(),
                document,
                members(meeting.body())));
        packs.distributeAnew(review);
    }

    private List<String> members(String body) {
        return memberships.activeOn(body, LocalDate.now(clock)).stream()
                .map(Membership::account)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }
}
