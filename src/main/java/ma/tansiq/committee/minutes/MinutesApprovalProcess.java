package ma.tansiq.committee.minutes;

import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.committee.meeting.FormTexts;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.paper.Signature;
import ma.tansiq.committee.session.Decisions;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/MinutesApproval.bpmn} and the minutes meet. */
@Component
public class MinutesApprovalProcess {

    private final Correlation correlation;
    private final MinutesManagement minutes;
    private final MinutesRegister register;
    private final OncePerTransaction<String, Optional<Minutes>> read = new OncePerTransaction<>();
    private final MeetingFacts facts;
    private final Decisions decisions;
    private final Clock clock;

    MinutesApprovalProcess(
            Correlation correlation,
            MinutesManagement minutes,
            MinutesRegister register,
            MeetingFacts facts,
            Decisions decisions,
            Clock clock) {
        this.correlation = correlation;
        this.minutes = minutes;
        this.register = register;
        this.facts = facts;
        this.decisions = decisions;
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

    // what the diagram asks

    public List<String> reviewers(String meeting) {
        return minutes.reviewers(meeting);
    }

    public Date silencePeriodEnds(String meeting) {
        return Date.from(minutes(meeting).orElseThrow().silenceEndsAt().orElseThrow());
    }

    public boolean reservationsMade(String meeting) {
        return minutes.reservationsMade(meeting);
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
        boolean approved = answers.either("decision", "approve", "reserve");
        minutes.review(
                answers.businessKey(),
                answers.submitter(),
                approved ? null : answers.has("item") ? answers.wholeNumber("item", 1, 200) : null,
                approved ? null : answers.requiredText("reservation", 5_000));
    }

    public void reservationsResolved(Answers answers) {
        List<MinutesManagement.Resolution> resolutions = answers.read(fields -> fields.rows("reservations").stream()
                .map(MinutesApprovalProcess::resolution)
                .toList());
        minutes.resolve(answers.businessKey(), resolutions, answers.submitter());
    }

    private static MinutesManagement.Resolution resolution(Fields row) {
        return new MinutesManagement.Resolution(
                row.requiredText("account", 64),
                row.either("followed", "yes", "no"),
                row.requiredText("reply", 5_000),
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

    public String introduction(String meeting) {
        return minutes(meeting).map(Minutes::introduction).orElse("");
    }

    public String closing(String meeting) {
        return minutes(meeting).map(Minutes::closing).orElse("");
    }

    public String remark(String meeting) {
        return minutes(meeting)
                .flatMap(found -> found.returnRemark().or(found::correctionMotive))
                .orElse("");
    }

    public Object discussions(String meeting) {
        return FormTexts.json(facts.agenda(meeting).stream()
                .map(each -> Map.of(
                        "position",
                        each.position(),
                        "title",
                        each.position() + ". " + each.title(),
                        "discussion",
                        each.discussion() == null ? "" : each.discussion()))
                .toList());
    }

    public String minutesText(String meeting) {
        Map<Integer, String> decided = new LinkedHashMap<>();
        decisions.of(meeting).forEach(each -> decided.put(each.position(), each.text()));
        List<String> paragraphs = facts.agenda(meeting).stream()
                .map(each -> "**%d. %s**%n%n%s%n%n%s"
                        .formatted(
                                each.position(),
                                each.title(),
                                each.discussion() == null ? "" : each.discussion(),
                                decided.getOrDefault(each.position(), "")))
                .toList();
        return correction(meeting) + introduction(meeting) + "\n\n" + FormTexts.lines(paragraphs) + "\n\n"
                + closing(meeting);
    }

    /** What those who read or sign should know first: that minutes of this session are sealed already. */
    private String correction(String meeting) {
        return minutes(meeting)
                .flatMap(Minutes::correctionMotive)
                .map("**Correction du procès-verbal déjà scellé.** Motif : %s%n%n"::formatted)
                .orElse("");
    }

    public String silenceEnds(String meeting) {
        return minutes(meeting)
                .orElseThrow()
                .silenceEndsAt()
                .map(FormTexts::dateTime)
                .orElse("");
    }

    public Object itemChoices(String meeting) {
        return FormTexts.json(facts.agenda(meeting).stream()
                .map(each -> Map.of("value", each.position(), "label", each.position() + ". " + each.title()))
                .toList());
    }

    public Object reservations(String meeting) {
        return FormTexts.json(minutes.reservations(meeting).stream()
                .map(each -> Map.of(
                        "account", each.account(),
                        "text", reservationText(each),
                        "followed", "",
                        "reply", "",
                        "alteredDecision", ""))
                .toList());
    }

    private String reservationText(Review review) {
        String item = review.position() == null ? "" : " (" + review.position() + ")";
        return facts.nameOf(review.account()) + item + " : " + review.reservation();
    }

    @EventListener
    void on(AfterSaveEvent<Minutes> saved) {
        read.forget(saved.getEntity().meeting());
    }

    private Optional<Minutes> minutes(String meeting) {
        return read.get(meeting, register::findById);
    }
}
