package ma.tansiq.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * The tasks that wait for people, without the engine's types. Reading sees every task: pages decide who may see what.
 * Claiming and completing happen as whoever is signed in, under the same checks as in Tasklist.
 */
@Component
public class Tasks {

    private final OpenTasks open;
    private final TaskService service;
    private final Acting acting;

    Tasks(OpenTasks open, TaskService service, Acting acting) {
        this.open = open;
        this.service = service;
        this.acting = acting;
    }

    public Optional<OpenTask> find(String taskId) {
        return open.find(taskId);
    }

    /** Every open task of every process about that reference, the most urgent first. */
    public List<OpenTask> openFor(String businessKey) {
        return open.ofBusinessKey(businessKey);
    }

    /** What the account holds or may take, the most urgent first. */
    public List<OpenTask> openForAccount(String account, Collection<String> groups) {
        return open.ofAccount(account, groups);
    }

    /** Every open task, the most urgent first. */
    public List<OpenTask> open() {
        return open.all();
    }

    /**
     * Takes the task in charge.
     *
     * @throws Conflict when somebody else holds it, or it is done
     */
    public void claim(String taskId, String account) {
        run(() -> acting.as(account, () -> service.claim(taskId, account)));
    }

    /**
     * Completes the task with a form's answers: texts, numbers, booleans, lists of maps.
     *
     * @throws Refusal when an answer or the task's state does not allow it; nothing has changed then
     */
    public void complete(String taskId, Map<String, ?> answers) {
        Map<String, Object> values = new LinkedHashMap<>(answers);
        run(() -> acting.asRequester(() -> {
            service.complete(taskId, values);
            return true;
        }));
    }

    private static void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw Refusals.in(e).<RuntimeException>map(r -> r).orElse(e);
        }
    }
}
