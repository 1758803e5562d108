package ma.tansiq.committee.consultation;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/WrittenConsultation.bpmn} and the consultation meet. */
@Component
public class WrittenConsultationProcess {

    private static final String PROCESS = "WrittenConsultation";

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final ConsultationManagement management;
    private final Consultations consultations;
    private final ConsultationAnswers given;
    private final ConsultationRules rules;
    private final Matters matters;
    private final Bodies bodies;
    private final MeetingFacts facts;
    private final MessageSource messages;
    private final OncePerTransaction<String, Consultation> read = new OncePerTransaction<>();
    private final OncePerTransaction<String, Matter> asked = new OncePerTransaction<>();

    @SuppressWarnings("TooManyParameters")
    WrittenConsultationProcess(
            RuntimeService runtime,
            Correlation correlation,
            ConsultationManagement management,
            Consultations consultations,
            ConsultationAnswers given,
            ConsultationRules rules,
            Matters matters,
            Bodies bodies,
            MeetingFacts facts,
            MessageSource messages) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.management = management;
        this.consultations = consultations;
        this.given = given;
        this.rules = rules;
        this.matters = matters;
        this.bodies = bodies;
        this.facts = facts;
        this.messages = messages;
    }

    @EventListener
    void on(ConsultationManagement.Begun begun) {
        runtime.startProcessInstanceByKey(PROCESS, begun.consultation());
    }

    @EventListener
    void on(ConsultationManagement.Withdrawn withdrawn) {
        correlation.tell("ConsultationWithdrawn", withdrawn.consultation());
    }

    @EventListener
    void on(ConsultationManagement.SessionHeld held) {
        correlation.tell("NextSessionHeld", held.consultation());
    }

    // what the diagram asks

    /** Accounts of those who are asked. */
    public List<String> members(String consultation) {
        return given.of(consultation).stream().map(ConsultationAnswer::account).toList();
    }

    /** Whether the rest need not answer any more. */
    public boolean objected(String consultation) {
        return management.objected(consultation);
    }

    public boolean agreed(String consultation) {
        return management.suffices(consultation);
    }

    public Date ends(String consultation) {
        return Date.from(found(consultation).endsAt());
    }

    public boolean ratificationRefused(String consultation) {
        return !found(consultation).isRatified();
    }

    // what the diagram does

    public void agree(String consultation) {
        management.agree(consultation);
    }

    public void bringToSession(String consultation) {
        management.bringToSession(consultation);
    }

    public void announceWithdrawal(String consultation) {
        management.announceWithdrawal(consultation);
    }

    // what people answer

    public void answered(Answers answers) {
        Answer answer = answers.read(Answer::read);
        management.answer(answers.businessKey(), answer.choice(), answer.comment(), answers.submitter());
    }

    private record Answer(
            ConsultationAnswer.Choice choice, @Nullable String comment) {

        static Answer read(Fields fields) {
            return fields.either("decision", "agree", "object")
                    ? new Answer(
                            ConsultationAnswer.Choice.AGREED,
                            fields.text("comment", 5_000).orElse(null))
                    : new Answer(ConsultationAnswer.Choice.OBJECTED, fields.requiredText("objection", 5_000));
        }
    }

    public void ratified(Answers answers) {
        if (answers.either("decision", "ratify", "refuse")) {
            management.ratify(answers.businessKey());
        } else {
            management.refuseRatification(answers.businessKey(), answers.requiredText("remark", 2_000));
        }
    }

    // what forms show

    public String reference(String consultation) {
        return consultation;
    }

    public String bodyName(String consultation) {
        return bodies.find(found(consultation).body()).orElseThrow().nameFr();
    }

    /** Title of the matter, as the one who answers may read it. */
    public Object matterTitle(String consultation) {
        return FormTexts.text(FormTexts.verbatim(matter(consultation).title()));
    }

    public Object matterText(String consultation) {
        return FormTexts.text(FormTexts.verbatim(matter(consultation).text()));
    }

    public Object proposal(String consultation) {
        return FormTexts.text(
                FormTexts.quote(FormTexts.verbatim(found(consultation).proposal())));
    }

    public String matterLink(String consultation) {
        return "/coordination/matters/" + found(consultation).matter();
    }

    public String endsAt(String consultation) {
        return FormTexts.dateTime(found(consultation).endsAt());
    }

    /** Why the period is shorter than usual; empty when it is not. */
    public Object urgency(String consultation) {
        return FormTexts.text(found(consultation)
                .urgencyMotive()
                .map(FormTexts::verbatim)
                .map(FormTexts::quote)
                .orElse(""));
    }

    /** Whether it commits an expense, so that silence does not agree. */
    public boolean money(String consultation) {
        return !rules.silenceAgrees(found(consultation));
    }

    public String session(String consultation) {
        return found(consultation).session().orElse("");
    }

    /** Who said what, by name; who said nothing agreed by silence. */
    public Object answers(String consultation) {
        List<ConsultationAnswer> said = given.of(consultation);
        var names = facts.namesOf(said.stream().map(ConsultationAnswer::account));
        return FormTexts.text(FormTexts.lines(said.stream()
                .map(each -> "- %s : %s"
                        .formatted(
                                names.get(each.account()),
                                messages.getMessage(
                                        "consultation.answer." + (each.choice() == null ? "SILENT" : each.choice()),
                                        null,
                                        Locale.FRENCH)))
                .toList()));
    }

    private Consultation found(String consultation) {
        return read.get(consultation, consultations::required);
    }

    private Matter matter(String consultation) {
        return asked.get(
                found(consultation).matter(), each -> matters.findById(each).orElseThrow());
    }

    @EventListener
    void on(AfterSaveEvent<Consultation> saved) {
        read.forget(saved.getEntity().reference());
    }
}
