package ma.tansiq.committee.opinion;

import java.util.Date;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Correlation;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Where {@code processes/committee/OpinionRequest.bpmn} and the request for an opinion meet. */
@Component
public class OpinionRequestProcess {

    private static final String PROCESS = "OpinionRequest";

    private final RuntimeService runtime;
    private final Correlation correlation;
    private final OpinionManagement management;
    private final OpinionRequests requests;
    private final Matters matters;
    private final Bodies bodies;
    private final OncePerTransaction<String, OpinionRequest> read = new OncePerTransaction<>();

    OpinionRequestProcess(
            RuntimeService runtime,
            Correlation correlation,
            OpinionManagement management,
            OpinionRequests requests,
            Matters matters,
            Bodies bodies) {
        this.runtime = runtime;
        this.correlation = correlation;
        this.management = management;
        this.requests = requests;
        this.matters = matters;
        this.bodies = bodies;
    }

    @EventListener
    void on(OpinionManagement.Begun begun) {
        runtime.startProcessInstanceByKey(PROCESS, begun.request());
    }

    @EventListener
    void on(OpinionManagement.CalledOff calledOff) {
        correlation.tell("OpinionWithdrawn", calledOff.request());
    }

    // what the diagram asks

    /** Account of the person asked; null when an office is, to whose holders the task is {@link #offer offered}. */
    public @Nullable String person(String request) {
        return found(request).person().orElse(null);
    }

    public Date ends(String request) {
        return Date.from(found(request).dueAt());
    }

    // what the diagram does

    /** Offers the task to whoever holds the office that is asked. */
    public void offer(DelegateTask task) {
        found(task.getExecution().getProcessBusinessKey()).office().ifPresent(task::addCandidateGroup);
    }

    public void announceOpinion(String request) {
        management.announceOpinion(request);
    }

    public void noteNoOpinion(String request) {
        management.noteNoOpinion(request);
    }

    public void announceWithdrawal(String request) {
        management.announceWithdrawal(request);
    }

    // what people answer

    public void given(Answers answers) {
        Opinion opinion = answers.read(Opinion::read);
        management.give(answers.businessKey(), opinion.position(), opinion.text(), answers.submitter());
    }

    private record Opinion(OpinionRequest.Position position, String text) {

        static Opinion read(Fields fields) {
            return new Opinion(
                    fields.choice("position", OpinionRequest.Position.class), fields.requiredText("opinion", 10_000));
        }
    }

    // what forms show

    public String reference(String request) {
        return request;
    }

    public String bodyName(String request) {
        return bodies.find(found(request).body()).orElseThrow().nameFr();
    }

    public Object matterTitle(String request) {
        return FormTexts.text(FormTexts.verbatim(matter(request).title()));
    }

    public Object matterText(String request) {
        return FormTexts.text(FormTexts.verbatim(matter(request).text()));
    }

    public Object question(String request) {
        return FormTexts.text(FormTexts.quote(FormTexts.verbatim(found(request).question())));
    }

    public String dueAt(String request) {
        return FormTexts.dateTime(found(request).dueAt());
    }

    public String matterLink(String request) {
        return "/coordination/matters/" + found(request).matter();
    }

    private Matter matter(String request) {
        return matters.findById(found(request).matter()).orElseThrow();
    }

    private OpinionRequest found(String request) {
        return read.get(request, requests::required);
    }

    @EventListener
    void on(AfterSaveEvent<OpinionRequest> saved) {
        read.forget(saved.getEntity().reference());
    }
}
