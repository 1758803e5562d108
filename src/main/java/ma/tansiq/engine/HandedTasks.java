package ma.tansiq.engine;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Tasks of people who are absent: whoever stands in holds them, and their owner is on record as such until they come
 * back.
 */
@Component
public class HandedTasks {

    private final TaskService tasks;
    private final OpenTasks open;
    private final Acting acting;

    HandedTasks(TaskService tasks, OpenTasks open, Acting acting) {
        this.tasks = tasks;
        this.open = open;
        this.acting = acting;
    }

    /**
     * Hands the account's own open tasks about references that begin like that to whoever stands in; not those that were
     * taken from a group, which others of it may do.
     *
     * @param except kinds of tasks that nobody else does
     */
    public void hand(String beginning, String account, String standIn, Set<String> except) {
        acting.unrestricted(() -> {
            open.heldBy(account).stream()
                    .filter(task -> task.businessKey().startsWith(beginning))
                    .filter(task -> task.candidateGroups().isEmpty() && !except.contains(task.kind()))
                    .forEach(task -> {
                        tasks.setOwner(task.id(), account);
                        tasks.setAssignee(task.id(), standIn);
                    });
            return true;
        });
    }

    /** Gives back to the account what somebody holds for it about references that begin like that. */
    public void giveBack(String beginning, String account) {
        acting.unrestricted(() -> {
            tasks.createTaskQuery().taskOwner(account).unlimitedList().stream()
                    .filter(task -> open.find(task.getId())
                            .filter(each -> each.businessKey().startsWith(beginning))
                            .isPresent())
                    .forEach(task -> {
                        task.setOwner(null);
                        tasks.saveTask(task);
                        tasks.setAssignee(task.getId(), account);
                    });
            return true;
        });
    }
}
