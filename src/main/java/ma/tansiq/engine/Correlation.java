package ma.tansiq.engine;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Tells a running process that something happened to what it is about. */
@Component
public class Correlation {

    private final RuntimeService runtime;

    Correlation(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts the process that this message begins, about that reference. */
    public void begin(String message, String businessKey) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlateStartMessage();
    }

    /** Whether a step waits for that message; a process begun on an earlier diagram may not know it. */
    public boolean awaits(String message, String businessKey) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(businessKey)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0;
    }

    /**
     * Hands the message to the one step that waits for it.
     *
     * @param message name of the message in the diagram
     * @throws Conflict when no step waits for it any more
     */
    public void tell(String message, String businessKey) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .correlate();
        } catch (MismatchingMessageCorrelationException raced) {
            throw Conflict.stepOver(businessKey, raced);
        }
    }

    /** Hands the message to the step that waits for it; nothing happens when none does. */
    public void tellIfAwaited(String message, String businessKey) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(message)
                .unlimitedList()
                .forEach(each -> runtime.messageEventReceived(message, each.getId()));
    }

    /**
     * Hands the message to the one of several steps that is about that value.
     *
     * @param variable name of the loop variable in the diagram
     * @throws Conflict when no such step waits for it any more
     */
    public void tell(String message, String businessKey, String variable, String value) {
        Execution waiting = runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(message)
                .unlimitedList()
                .stream()
                .filter(each -> value.equals(runtime.getVariable(each.getId(), variable)))
                .findFirst()
                .orElseThrow(() -> Conflict.stepOver(businessKey));
        runtime.messageEventReceived(message, waiting.getId());
    }
}
