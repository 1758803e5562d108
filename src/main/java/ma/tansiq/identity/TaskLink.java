package ma.tansiq.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.tansiq.engine.FinishedTask;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The only link to a task that mails carry: after signing in it opens the task in Tasklist, or says who did it and when.
 * Whoever was told of somebody else's task reads who has it. Any other task answers as one that does not exist.
 */
@Controller
class TaskLink {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final Tasks tasks;
    private final ToldOfTasks told;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    TaskLink(Tasks tasks, ToldOfTasks told, People people, MessageSource messages, Clock clock) {
        this.tasks = tasks;
        this.told = told;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/tasks/{taskId}")
    String open(
            @PathVariable String taskId, Principal reader, Model model, Locale locale, HttpServletResponse response) {
        if (tasks.findReadable(taskId).isPresent()) {
            return "redirect:/camunda/app/tasklist/default/#/?task=" + taskId;
        }
        boolean concerned = told.wasTold(reader.getName(), taskId);
        Optional<OpenTask> ofOthers = concerned ? tasks.find(taskId) : Optional.empty();
        if (ofOthers.isPresent()) {
            return followed(ofOthers.get(), model);
        }
        Optional<FinishedTask> done = concerned ? tasks.findFinishedOfAnybody(taskId) : tasks.findFinished(taskId);
        if (done.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "identity/task-of-others";
        }
        model.addAttribute("sentence", sentence(done.get(), locale));
        return "identity/task-done";
    }

    private String followed(OpenTask task, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("due", task.dueAt().map(this::when).orElse(""));
        model.addAttribute("holders", holders(task));
        return "identity/task-followed";
    }

    private List<Person> holders(OpenTask task) {
        return task.assignee()
                .map(account -> people.find(List.of(account)))
                .orElseGet(() -> task.candidateGroups().stream()
                        .flatMap(group -> people.membersOf(group).stream())
                        .distinct()
                        .toList());
    }

    private String sentence(FinishedTask done, Locale locale) {
        String when = when(done.endedAt());
        return done.completedBy()
                .map(account -> messages.getMessage(
                        "task-link.done.by",
                        new Object[] {done.name(), done.businessKey(), people.nameOf(account), when},
                        locale))
                .orElseGet(() -> messages.getMessage(
                        "task-link.dropped", new Object[] {done.name(), done.businessKey(), when}, locale));
    }

    private String when(Instant instant) {
        return WHEN.format(instant.atZone(clock.getZone()));
    }
}
