package ma.tansiq.committee.minutes;

import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.Participants;
import ma.tansiq.committee.meeting.Returns;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.session.Decision;
import ma.tansiq.committee.session.Decisions;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import ma.tansiq.engine.OpenDeadlines;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/MinutesApproval.bpmn} and the minutes meet. */
@Component
public class MinutesApprovalProcess {

    private final Correlation correlation;
    private final MinutesManagement minutes;
    private final ReviewManagement reviews;
    private final MinutesRegister register;
    private final OncePerTransaction<String, Optional<Minutes>> read = new OncePerTransaction<>();
    private final MeetingFacts facts;
    private final Decisions decisions;
    private final MinutesTexts texts;
    private final Participants participants;
    private final Returns returns;
    private final OpenDeadlines deadlines;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MinutesApprovalProcess(
            Correlation correlation,
            MinutesManagement minutes,
            ReviewManagement reviews,
            MinutesRegister register,
            MeetingFacts facts,
            Decisions decisions,
            MinutesTexts texts,
            Participants participants,
            Returns returns,
            OpenDeadlines deadlines,
            Clock clock) {
        this.correlation = correlation;
        this.minutes = minutes;
        this.reviews = reviews;
        this.register = register;
        this.facts = facts;
        this.decisions = decisions;
        this.texts = texts;
        this.participants = participants;
        this.returns = returns;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @EventListener
    void on(MinutesManagement.CorrectionOpened correction) {
        correlation.begin("MinutesCorrected", correction.meeting());
    }

    @EventListener
    void on(MinutesManagement.SignedOnPaper signature) {
        correlation.tell("MinutesSignedOnPaper", signature.meeting());
    }

    /** The silence period ends now, on whatever diagram the review runs. */
    @EventListener
    void on(ReviewManagement.Approved approved) {
        deadlines.recalculateTimer(approved.meeting(), "Timer_SilencePeriod");
    }

    // what the diagram asks

    public List<String> reviewers(String meeting) {
        return reviews.reviewers(meeting);
    }

    public Date silencePeriodEnds(String meeting) {
        return Date.from(minutes(meeting).orElseThrow().silenceEndsAt().orElseThrow());
    }

    public boolean reservationsMade(String meeting) {
        return reviews.reservationsMade(meeting);
    }

    public String signatory(String meeting) {
        return facts.meeting(meeting).presidedBy().orElseThrow();
    }

    public boolean isSigned(String meeting) {
        return minutes(meeting).orElseThrow().isSigned();
    }

    // what the diagram does

    public void seal(String meeting) {
        minutes.seal(meeting);
    }

    public void distribute(String meeting) {
        minutes.distribute(meeting);
    }

    // what people answer

    public void drafted(Answers answers) {
        minutes.draft(answers.businessKey(), answers.read(MinutesApprovalProcess::draft), answers.submitter());
    }

    private static MinutesManagement.Draft draft(Fields fields) {
        String introduction = fields.requiredText("introduction", 20_000);
        Map<Integer, String> discussions = new LinkedHashMap<>();
        fields.rows("discussions")
                .forEach(row -> discussions.put(
                        row.wholeNumber("position", 1, 200),
                        row.text("discussion", 20_000).orElse("")));
        return new MinutesManagement.Draft(introduction, discussions, fields.requiredText("closing", 5_000));
    }

    public void reviewed(Answers answers) {
        if (answers.either("decision", "approve", "reserve")) {
            reviews.review(answers.businessKey(), answers.submitter(), null, null);
        } else {
            Reservation made = answers.read(Reservation::read);
            reviews.review(answers.businessKey(), answers.submitter(), made.item(), made.text());
        }
    }

    private record Reservation(@Nullable Integer item, String text) {

        static Reservation read(Fields fields) {
            return new Reservation(
                    fields.has("item") ? fields.wholeNumber("item", 1, 200) : null,
                    fields.requiredText("reservation", 5_000));
        }
    }

    public void reservationsResolved(Answers answers) {
        Problems problems = new Problems();
        List<ReviewManagement.Resolution> resolutions = answers.gathering(problems).rows("reservations").stream()
                .map(MinutesApprovalProcess::resolution)
                .toList();
        reviews.resolve(answers.businessKey(), resolutions, problems, answers.submitter());
    }

    private static ReviewManagement.Resolution resolution(Fields row) {
        return new ReviewManagement.Resolution(
                row.requiredText("account", 64),
                row.optionalEither("followed", "yes", "no").orElse(null),
                row.text("reply", 5_000).orElse(null),
                row.has("chosenItem") ? row.wholeNumber("chosenItem", 1, 200) : null,
                row.text("alteredDecision", 10_000).orElse(null));
    }

    public void signed(Answers answers) {
        if (answers.either("decision", "sign", "return")) {
            minutes.sign(answers.businessKey(), Signature.here(answers.submitter(), clock.instant()));
        } else {
            minutes.returnForChange(answers.businessKey(), answers.requiredText("remark", 2_000), answers.submitter());
        }
    }

    // what forms show

    public String reference(String meeting) {
        return meeting;
    }

    public String bodyName(String meeting) {
        return facts.bodyName(meeting);
    }

    public String startsAt(String meeting) {
        return facts.startsAtText(meeting);
    }

    public String place(String meeting) {
        return facts.meeting(meeting).place();
    }

    public Object introduction(String meeting) {
        return FormTexts.text(minutes(meeting).map(Minutes::introduction).orElse(""));
    }

    public Object closing(String meeting) {
        return FormTexts.text(minutes(meeting).map(Minutes::closing).orElse(""));
    }

    /** Who sent the minutes back, or opened their correction, and why; empty for a first draft. */
    public Object remark(String meeting) {
        return minutes(meeting)
                .flatMap(found -> found.returnRemark()
                        .map(why -> "MINUTES_RETURNED")
                        .or(() -> found.correctionMotive().map(why -> "CORRECTION_OPENED")))
                .map(fact -> returns.latest(meeting, fact))
                .orElse("");
    }

    public Object discussions(String meeting) {
        return FormTexts.json(facts.agenda(meeting).stream()
                .map(each -> Map.of(
                        "position", each.position(), "discussion", each.discussion() == null ? "" : each.discussion()))
                .toList());
    }

    /** What the session's record says beside the text that is drafted. */
    public Object outcomes(String meeting) {
        return FormTexts.text(texts.session(meeting));
    }

    /** What was said of the draft that came back. */
    public Object earlierReservations(String meeting) {
        return FormTexts.text(minutes(meeting)
                .map(found -> texts.reservations(meeting, found.edition() - 1))
                .orElse(""));
    }

    public Object minutesText(String meeting) {
        return FormTexts.text(texts.whole(minutes(meeting).orElseThrow()));
    }

    /** What the signature covers beside the minutes: decisions that a reservation altered, old text and new. */
    public Object alteredDecisions(String meeting) {
        return FormTexts.text(
                minutes(meeting).filter(Minutes::decisionsAltered).isPresent() ? texts.alteredDecisions(meeting) : "");
    }

    public String silenceEnds(String meeting) {
        return minutes(meeting)
                .orElseThrow()
                .silenceEndsAt()
                .map(FormTexts::dateTime)
                .orElse("");
    }

    public Object itemChoices(String meeting) {
        return facts.itemChoices(meeting);
    }

    public Object people(String meeting) {
        return FormTexts.options(participants.among(meeting, Set.copyOf(reviews.reviewers(meeting))));
    }

    public Object reservations(String meeting) {
        Map<Integer, String> items =
                facts.agenda(meeting).stream().collect(Collectors.toMap(AgendaItem::position, AgendaItem::label));
        Map<Integer, String> decided =
                decisions.of(meeting).stream().collect(Collectors.toMap(Decision::position, Decision::text));
        return FormTexts.json(reviews.reservations(meeting).stream()
                .map(each -> Map.of(
                        "account",
                        each.account(),
                        "item",
                        of(each, items),
                        "text",
                        String.valueOf(each.reservation()),
                        "decision",
                        of(each, decided),
                        "followed",
                        "",
                        "reply",
                        "",
                        "chosenItem",
                        "",
                        "alteredDecision",
                        ""))
                .toList());
    }

    /** The decisions to choose from for a reservation that names no item; empty when each names its own. */
    public Object currentDecisions(String meeting) {
        boolean named = reviews.reservations(meeting).stream().allMatch(each -> each.position() != null);
        return FormTexts.text(named ? "" : texts.decisions(meeting));
    }

    private static String of(Review review, Map<Integer, String> byPosition) {
        return review.position() == null ? "" : byPosition.getOrDefault(review.position(), "");
    }

    @EventListener
    void on(AfterSaveEvent<Minutes> saved) {
        read.forget(saved.getEntity().meeting());
    }

    private Optional<Minutes> minutes(String meeting) {
        return read.get(meeting, register::findById);
    }
}
