package ma.tansiq.committee.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes open tasks as lines that a person understands: what, about which meeting, who has it, until when. */
@Component
public class TaskLines {

    private static final Pattern MEETING = Pattern.compile("[A-Z][A-Z0-9]*-\\d{4}-\\d+");
    private static final Pattern OFFICE = Pattern.compile("([A-Z][A-Z0-9]*)-(chair|secretary|member|observer)");

    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    TaskLines(Accounts accounts, MessageSource messages, Clock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** In the order given, for that reader. */
    public List<TaskLine> of(List<OpenTask> tasks, String reader, Locale locale) {
        Map<String, String> names = accounts.namesOf(
                tasks.stream().flatMap(task -> task.assignee().stream()).collect(Collectors.toSet()));
        Set<String> groups = Set.copyOf(accounts.groupsOf(reader));
        Instant now = clock.instant();
        return tasks.stream()
                .map(task -> new TaskLine(
                        task.id(),
                        name(task, locale),
                        task.businessKey(),
                        meetingOf(task.businessKey()),
                        holder(task, names, locale),
                        task.assignee().isPresent(),
                        task.dueAt().orElse(null),
                        task.dueAt().filter(now::isAfter).isPresent(),
                        mayOpen(task, reader, groups)))
                .toList();
    }

    /** The name of a task of that kind. */
    String name(String kind, String frenchName, Locale locale) {
        return Objects.requireNonNull(messages.getMessage("task." + kind, null, frenchName, locale));
    }

    private String name(OpenTask task, Locale locale) {
        return name(task.kind(), task.name(), locale);
    }

    private String holder(OpenTask task, Map<String, String> names, Locale locale) {
        Optional<String> person = task.assignee().map(account -> names.getOrDefault(account, account));
        String comma = "%s ".formatted(messages.getMessage("list.comma", null, locale));
        return person.orElseGet(() -> task.candidateGroups().stream()
                .map(group -> office(group, locale))
                .collect(Collectors.joining(comma)));
    }

    private String office(String group, Locale locale) {
        Matcher office = OFFICE.matcher(group);
        return office.matches()
                ? messages.getMessage("office." + office.group(2), new Object[] {office.group(1)}, locale)
                : Objects.requireNonNull(messages.getMessage("office." + group, null, group, locale));
    }

    private static boolean mayOpen(OpenTask task, String reader, Set<String> groups) {
        return task.assignee()
                .map(reader::equals)
                .orElseGet(() -> task.candidateGroups().stream().anyMatch(groups::contains));
    }

    private static String meetingOf(String reference) {
        Matcher meeting = MEETING.matcher(reference);
        return meeting.lookingAt() ? meeting.group() : "";
    }
}
