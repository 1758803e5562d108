package ma.tansiq.engine;

import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tasks offered to a group that somebody took. */
@Component
public class ClaimedTasks {

    private final TaskService tasks;
    private final Acting acting;

    ClaimedTasks(TaskService tasks, Acting acting) {
        this.tasks = tasks;
        this.acting = acting;
    }

    /** Frees for their groups what the account took as a member of those groups, and no longer is. */
    public void release(String account, Set<String> lost) {
        if (lost.isEmpty()) {
            return;
        }
        acting.unrestricted(() -> {
            lost.forEach(group -> tasks
                    .createTaskQuery()
                    .taskAssignee(account)
                    .taskCandidateGroup(group)
                    .includeAssignedTasks()
                    .unlimitedList()
                    .stream()
                    .map(Task::getId)
                    .forEach(task -> tasks.setAssignee(task, null)));
            return true;
        });
    }
}
