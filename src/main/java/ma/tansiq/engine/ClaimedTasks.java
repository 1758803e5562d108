package ma.tansiq.engine;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
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

    /**
     * Frees for their groups what the account took as a member of those it lost. A task that is also offered to a group
     * that the account is still in, or to the account itself, stays with it: it may go on.
     *
     * @param groups that the account is in now, whatever gave them
     */
    public void release(String account, Set<String> lost, Set<String> groups) {
        if (lost.isEmpty()) {
            return;
        }
        acting.unrestricted(() -> {
            lost.stream()
                    .flatMap(group -> takenFrom(group, account))
                    .filter(task -> !isOfferedTo(task, account, groups))
                    .forEach(task -> tasks.setAssignee(task, null));
            return true;
        });
    }

    private Stream<String> takenFrom(String group, String account) {
        return tasks
                .createTaskQuery()
                .taskAssignee(account)
                .taskCandidateGroup(group)
                .includeAssignedTasks()
                .unlimitedList()
                .stream()
                .map(Task::getId);
    }

    private boolean isOfferedTo(String task, String account, Set<String> groups) {
        return tasks.getIdentityLinksForTask(task).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> account.equals(link.getUserId())
                        || (link.getGroupId() != null && groups.contains(link.getGroupId())));
    }
}
