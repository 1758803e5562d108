package ma.tansiq.committee.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.deadline.Ledger;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenDeadline;
import ma.tansiq.engine.OpenDeadlines;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The deadlines of the tasks about one thing: reminders and escalations that went to whom, and what comes next. */
@Component
class TaskTimeline {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final Ledger ledger;
    private final OpenDeadlines deadlines;
    private final TaskLines tasks;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    TaskTimeline(
            Ledger ledger,
            OpenDeadlines deadlines,
            TaskLines tasks,
            Accounts accounts,
            MessageSource messages,
            Clock clock) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** What was sent, oldest first. */
    List<Moment> sent(String reference, Locale locale) {
        List<Ledger.Entry> entries = ledger.of(reference);
        Map<String, String> names =
                accounts.namesOf(entries.stream().map(Ledger.Entry::recipient).collect(Collectors.toSet()));
        return steps(entries).stream().map(step -> sent(step, names, locale)).toList();
    }

    /** When open tasks are due and the next notice of each, in no order. */
    List<Moment> ahead(String reference, Locale locale) {
        List<Moment> moments = new ArrayList<>();
        List<OpenDeadline> open = deadlines.of(reference);
        open.forEach(each -> each.timers().entrySet().stream()
                .filter(step -> clock.instant().isBefore(step.getValue()))
                .filter(step -> !isVoid(step.getValue(), each))
                .min(Map.Entry.comparingByValue())
                .ifPresent(next -> moments.add(next(each, next, locale))));
        open.stream().map(each -> due(each, locale)).forEach(moments::add);
        return moments.stream().distinct().toList();
    }

    /** A step that the tables leave out, or that was past from the start, has its timer at the due date and does nothing. */
    static boolean isVoid(Instant step, OpenDeadline of) {
        return of.task().dueAt().filter(step::equals).isPresent();
    }

    private Moment next(OpenDeadline open, Map.Entry<String, Instant> step, Locale locale) {
        String key = step.getKey().startsWith("Escalation") ? "timeline.next-escalation" : "timeline.next-notice";
        return Moment.ahead(step.getValue(), text(key, locale, name(open, locale)));
    }

    private Moment due(OpenDeadline open, Locale locale) {
        Instant dueAt = open.task().dueAt().orElse(null);
        boolean late = dueAt != null && clock.instant().isAfter(dueAt);
        String text = text(late ? "timeline.late" : "timeline.due", locale, name(open, locale));
        return new Moment(dueAt, text, List.of(), null, late ? "late" : "ahead");
    }

    private Moment sent(List<Ledger.Entry> step, Map<String, String> names, Locale locale) {
        Ledger.Entry first = step.get(0);
        String task = tasks.name(first.taskKind(), first.taskName(), locale);
        List<String> recipients = step.stream()
                .map(entry -> recipient(entry, names.getOrDefault(entry.recipient(), entry.recipient()), locale))
                .distinct()
                .toList();
        return Moment.past(
                first.noticedAt(), text("timeline." + first.what(), locale, first.step(), task), recipients, null);
    }

    /** With how it reached them when that was not a mail of its own (rule D4). */
    private String recipient(Ledger.Entry entry, String name, Locale locale) {
        if (entry.digest() == null) {
            return name;
        }
        String when =
                entry.digestAt() == null ? "" : WHEN.format(entry.digestAt().atZone(clock.getZone()));
        return text("timeline.digest." + entry.digest(), locale, name, when);
    }

    /** One kind of task and step in one minute is one thing to a reader, to however many people it went. */
    private static Collection<List<Ledger.Entry>> steps(List<Ledger.Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> List.of(
                                entry.taskKind(),
                                entry.what(),
                                entry.step(),
                                entry.noticedAt().truncatedTo(ChronoUnit.MINUTES)),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private String name(OpenDeadline open, Locale locale) {
        return tasks.name(open.task().kind(), open.task().name(), locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
