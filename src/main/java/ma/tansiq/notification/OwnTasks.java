package ma.tansiq.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.deadline.Announcements;
import ma.tansiq.engine.BeforeCommit;
import ma.tansiq.engine.OncePerTransaction;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.springframework.stereotype.Component;

/** The tasks that a mail about something else links to, for each recipient their own, and the record that it did. */
@Component
class OwnTasks {

    private final Tasks tasks;
    private final Announcements announcements;
    private final BeforeCommit beforeCommit;
    private final OncePerTransaction<String, Map<String, OpenTask>> extracts = new OncePerTransaction<>();

    OwnTasks(Tasks tasks, Announcements announcements, BeforeCommit beforeCommit) {
        this.beforeCommit = beforeCommit;
        this.tasks = tasks;
        this.announcements = announcements;
    }

    /**
     * Writes mail when the transaction that causes it has opened the tasks that it links to: just before the commit,
     * and before tasks get mails of their own.
     */
    void onceOpen(Runnable writing) {
        beforeCommit.run(writing);
    }

    /** The open tasks of these kinds about that reference that somebody holds, by account, in the order of the kinds. */
    Map<String, List<OpenTask>> about(String reference, List<String> kinds) {
        Map<String, List<OpenTask>> own = new LinkedHashMap<>();
        List<OpenTask> open = openFor(reference);
        for (String kind : kinds) {
            open.stream()
                    .filter(task -> task.kind().equals(kind))
                    .forEach(task -> task.assignee()
                            .ifPresent(account -> own.computeIfAbsent(account, each -> new ArrayList<>())
                                    .add(task)));
        }
        return own;
    }

    /** The open tasks of that kind about that reference, for each of those accounts, which may all do them. */
    Map<String, List<OpenTask>> offered(String reference, String kind, List<String> accounts) {
        List<OpenTask> open = openFor(reference).stream()
                .filter(task -> task.kind().equals(kind))
                .toList();
        return accounts.stream().distinct().collect(Collectors.toMap(Function.identity(), account -> open));
    }

    /** The open task that acknowledges the extract, to be asked {@linkplain #onceOpen once it is open}. */
    Optional<OpenTask> ofExtract(String meeting, String extract) {
        return Optional.ofNullable(extracts.get(meeting, this::byExtract).get(extract));
    }

    private Map<String, OpenTask> byExtract(String meeting) {
        Map<String, OpenTask> open =
                openFor(meeting).stream().collect(Collectors.toMap(OpenTask::id, Function.identity()));
        return tasks.openByElement(meeting, "extract").entrySet().stream()
                .filter(each -> open.containsKey(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> open.get(each.getValue())));
    }

    List<OpenTask> openFor(String reference) {
        return tasks.openFor(reference);
    }

    /** Puts on record that these recipients of a mail were told of their tasks. */
    void told(Map<String, List<OpenTask>> own, List<String> recipients) {
        Map<OpenTask, List<String>> told = recipients.stream()
                .flatMap(
                        account -> own.getOrDefault(account, List.of()).stream().map(task -> Map.entry(task, account)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        record(told);
    }

    void record(Map<OpenTask, List<String>> told) {
        announcements.carried(told);
    }
}
