package ma.tansiq.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import ma.tansiq.engine.Tasks;
import ma.tansiq.engine.TasksOpened;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The people of a replay. Each task that opens is noticed once and noted in the diary of whoever will do it, at the time
 * that this person's manner and absences give; when the time comes, it is done as in Tasklist, or it has closed by
 * itself. A task that nobody knows how to answer, or an answer that is refused to the end, stops the replay.
 */
@Component
@Profile("replay")
class Players {

    private static final Duration WITHOUT_DUE_DATE = Duration.ofDays(3);

    /** A task that opens when its due date has passed, as after a fruitless report, is done within these days. */
    private static final Duration OVERDUE = Duration.ofDays(10);

    private final Tasks tasks;
    private final Accounts accounts;
    private final Refusals refusals;
    private final Diary diary;
    private final OfficeHours hours;
    private final Absences absences;
    private final WorkingDays workingDays;
    private final Acts acts;
    private final Chance chance;
    private final Clock clock;
    private final Map<String, Reply> replies = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final List<OpenTask> opened = new ArrayList<>();

    @SuppressWarnings("TooManyParameters")
    Players(
            Tasks tasks,
            Accounts accounts,
            Refusals refusals,
            Diary diary,
            OfficeHours hours,
            Absences absences,
            WorkingDays workingDays,
            Acts acts,
            Chance chance,
            Clock clock,
            List<Reply.Repertoire> repertoires) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.refusals = refusals;
        this.diary = diary;
        this.hours = hours;
        this.absences = absences;
        this.workingDays = workingDays;
        this.acts = acts;
        this.chance = chance;
        this.clock = clock;
        repertoires.forEach(each -> replies.putAll(each.replies()));
    }

    @EventListener
    void on(TasksOpened event) {
        event.tasks().forEach(each -> opened.add(each.task()));
    }

    /** Notes what has opened since in the diaries of those who will do it. */
    void takeNotice() {
        List<OpenTask> noticed = List.copyOf(opened);
        opened.clear();
        noticed.forEach(this::note);
    }

    private void note(OpenTask task) {
        Reply reply = replyTo(task);
        String person = doer(task)
                .orElseThrow(() -> new ReplayStopped("nobody holds task %s (%s about %s), offered to %s"
                        .formatted(task.id(), task.kind(), task.businessKey(), task.candidateGroups())));
        int occurrence = occurrences.merge(task.businessKey() + task.kind() + person, 1, Integer::sum);
        Chance of = chance.about(task.businessKey(), task.kind(), person, occurrence);
        Manner manner = Manner.of(chance, person);
        if (!reply.optional() || manner.answersOptional(of)) {
            Instant wanted = manner.when(task.createdAt(), due(task), of);
            diary.note(hours.from(wanted, person, of), () -> act(task.id(), of));
        }
    }

    private Reply replyTo(OpenTask task) {
        Reply reply = replies.get(task.kind());
        if (reply == null) {
            throw new ReplayStopped("simulated people do not know how to answer task %s (%s about %s)"
                    .formatted(task.id(), task.kind(), task.businessKey()));
        }
        return reply;
    }

    private static Instant due(OpenTask task) {
        Instant due = task.dueAt().orElse(task.createdAt().plus(WITHOUT_DUE_DATE));
        return due.isAfter(task.createdAt()) ? due : task.createdAt().plus(OVERDUE);
    }

    /** Whoever holds the task, else the first of those it is offered to who is at work, else the first of them. */
    private Optional<String> doer(OpenTask task) {
        List<String> holders = task.assignee()
                .map(List::of)
                .orElseGet(() -> task.candidateGroups().stream()
                        .flatMap(group -> accounts.membersOf(group).stream())
                        .map(Account::id)
                        .distinct()
                        .toList());
        return Stream.concat(holders.stream().filter(each -> !isAway(each)), holders.stream())
                .findFirst();
    }

    private boolean isAway(String account) {
        return absences.isAway(account, workingDays.dayOf(clock.instant()));
    }

    /** A task that has closed meanwhile is no loss; one whose doer is away waits. */
    private void act(String taskId, Chance of) {
        Optional<OpenTask> open = tasks.find(taskId);
        if (open.isEmpty()) {
            return;
        }
        String person = doer(open.get()).orElseThrow();
        if (isAway(person)) {
            diary.note(hours.from(clock.instant(), person, of), () -> act(taskId, of));
            return;
        }
        answer(open.get(), person, of);
    }

    private void answer(OpenTask task, String person, Chance of) {
        Reply reply = replyTo(task);
        Map<String, Object> shown = tasks.shown(task.id());
        Refusal last = null;
        for (int refused = 0; refused < reply.tries(); refused++) {
            Map<String, ?> answers = reply.answer().apply(new Asked(task, person, shown, of, refused));
            try {
                acts.complete(task, person, answers);
                return;
            } catch (Refusal refusal) {
                last = refusal;
            }
        }
        throw new ReplayStopped(
                "the answer of %s to task %s (%s about %s) was refused: %s"
                        .formatted(
                                person,
                                task.id(),
                                task.kind(),
                                task.businessKey(),
                                refusals.sentence(Objects.requireNonNull(last), Locale.ENGLISH)),
                last);
    }
}
