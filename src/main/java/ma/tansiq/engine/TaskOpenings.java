package ma.tansiq.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notices every user task that opens, whatever its diagram, and says so as {@link TasksOpened}. */
final class TaskOpenings extends AbstractBpmnParseListener implements TaskListener {

    private final ApplicationContext context;

    TaskOpenings(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(EVENTNAME_CREATE, this);
        task.addTaskListener(EVENTNAME_COMPLETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            tellWhoStoodIn((TaskEntity) task);
            return;
        }
        handToStandIn((TaskEntity) task);
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered gathered) {
            gathered.tasks.add(opened(task));
            return;
        }
        Gathered gathered = new Gathered();
        gathered.tasks.add(opened(task));
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
    }

    /** A task of somebody absent opens for whoever stands in, with the absent person as its owner. */
    private void handToStandIn(TaskEntity task) {
        String account = task.getAssignee();
        if (account != null) {
            standIns()
                    .flatMap(each -> each.of(businessKey(task), task.getTaskDefinitionKey(), account))
                    .ifPresent(standIn -> {
                        task.setOwner(account);
                        task.setAssignee(standIn);
                    });
        }
    }

    private void tellWhoStoodIn(TaskEntity task) {
        String owner = task.getOwner();
        String assignee = task.getAssignee();
        if (owner != null && assignee != null && !owner.equals(assignee)) {
            standIns().ifPresent(each -> each.did(businessKey(task), task.getTaskDefinitionKey(), owner, assignee));
        }
    }

    private Optional<StandIns> standIns() {
        return context.getBeanProvider(StandIns.class).stream().findFirst();
    }

    private static String businessKey(TaskEntity task) {
        String key = task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
        return key == null ? "" : key;
    }

    private static TasksOpened.Opened opened(DelegateTask task) {
        ExecutionEntity execution = (ExecutionEntity) task.getExecution();
        String key = execution.getProcessBusinessKey();
        OpenTask open = new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                key == null ? "" : key,
                execution.getProcessDefinition().getKey(),
                Optional.ofNullable(task.getAssignee()),
                Optional.ofNullable(task.getOwner()),
                task.getAssignee() == null ? groups(task) : List.of(),
                task.getCreateTime().toInstant(),
                Optional.ofNullable(task.getDueDate()).map(TaskOpenings::instant));
        return new TasksOpened.Opened(open, actor());
    }

    private static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .sorted()
                .toList();
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }

    /** Whoever the engine acts for, or is signed in where a page started it. */
    private static Optional<String> actor() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                .or(() -> signedIn(SecurityContextHolder.getContext().getAuthentication()));
    }

    private static Optional<String> signedIn(@Nullable Authentication authentication) {
        return authentication == null || authentication instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(authentication.getName());
    }

    /** What this transaction opened so far. */
    private final class Gathered implements TransactionSynchronization {

        private final List<TasksOpened.Opened> tasks = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            TasksOpened opened = new TasksOpened(List.copyOf(tasks));
            context.getBean(BeforeCommit.class).unrestricted(() -> context.publishEvent(opened));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TaskOpenings.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TaskOpenings.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TaskOpenings.this);
        }
    }
}
