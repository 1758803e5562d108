package ma.tansiq.committee.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.deadline.Ledger;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OpenDeadline;
import ma.tansiq.engine.OpenDeadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a meeting, which reminders and escalations went to whom, and what comes next. */
@Component
class MeetingTimeline {

    private static final Comparator<Moment> BY_TIME =
            Comparator.comparing(Moment::at, Comparator.nullsLast(Comparator.naturalOrder()));

    private final JdbcClient database;
    private final Ledger ledger;
    private final OpenDeadlines deadlines;
    private final TaskLines tasks;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    MeetingTimeline(
            JdbcClient database,
            Ledger ledger,
            OpenDeadlines deadlines,
            TaskLines tasks,
            Accounts accounts,
            MessageSource messages,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Oldest first.
     *
     * @param details whether the reader may know remarks and reasons that people entered
     */
    List<Moment> past(String meeting, boolean details, Locale locale) {
        List<Fact> facts = facts(meeting);
        Collection<List<Ledger.Entry>> notices = steps(ledger.of(meeting));
        Map<String, String> names = names(facts, notices);
        Stream<Moment> happened = facts.stream().map(fact -> happened(fact, names, details, locale));
        Stream<Moment> sent = notices.stream().map(step -> sent(step, names, locale));
        return Stream.concat(happened, sent).sorted(BY_TIME).toList();
    }

    /** The nearest first: the session, the end of a review, tasks that are due and the next reminder of each. */
    List<Moment> ahead(MeetingFile.Head head, Locale locale) {
        List<Moment> moments = new ArrayList<>();
        if (head.isAhead() && head.startsAt() != null) {
            moments.add(ahead(head.startsAt(), text("timeline.session", locale)));
        }
        if (head.silenceEndsAt() != null) {
            moments.add(ahead(head.silenceEndsAt(), text("timeline.silence", locale)));
        }
        List<OpenDeadline> open = deadlines.of(head.reference());
        open.forEach(each -> each.timers().values().stream()
                .filter(clock.instant()::isBefore)
                .min(Comparator.naturalOrder())
                .ifPresent(next -> moments.add(ahead(next, text("timeline.next-notice", locale, name(each, locale))))));
        open.stream().map(each -> due(each, locale)).distinct().forEach(moments::add);
        return moments.stream().distinct().sorted(BY_TIME).toList();
    }

    private Moment due(OpenDeadline open, Locale locale) {
        Instant dueAt = open.task().dueAt().orElse(null);
        boolean late = dueAt != null && clock.instant().isAfter(dueAt);
        String text = text(late ? "timeline.late" : "timeline.due", locale, name(open, locale));
        return new Moment(dueAt, text, List.of(), null, late ? "late" : "ahead");
    }

    private Moment happened(Fact fact, Map<String, String> names, boolean details, Locale locale) {
        List<String> who = fact.actor == null ? List.of() : List.of(names.getOrDefault(fact.actor, fact.actor));
        String detail = fact.detail == null || !details ? null : names.getOrDefault(fact.detail, fact.detail);
        return new Moment(fact.at, text("meeting.fact." + fact.name, locale), who, detail, "past");
    }

    private Moment sent(List<Ledger.Entry> step, Map<String, String> names, Locale locale) {
        Ledger.Entry first = step.get(0);
        String task = tasks.name(first.taskKind(), first.taskName(), locale);
        String text = text("timeline." + first.what(), locale, first.step(), task);
        List<String> recipients = step.stream()
                .map(entry -> names.getOrDefault(entry.recipient(), entry.recipient()))
                .distinct()
                .toList();
        return new Moment(first.noticedAt(), text, recipients, null, "past");
    }

    /** One kind of task and step at one time is one thing to a reader, to however many people it went. */
    private static Collection<List<Ledger.Entry>> steps(List<Ledger.Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> List.of(entry.taskKind(), entry.what(), entry.step(), entry.noticedAt()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private Map<String, String> names(List<Fact> facts, Collection<List<Ledger.Entry>> notices) {
        Stream<String> actors = facts.stream().flatMap(fact -> Stream.of(fact.actor, fact.detail));
        Stream<String> recipients = notices.stream().flatMap(List::stream).map(Ledger.Entry::recipient);
        return accounts.namesOf(
                Stream.concat(actors, recipients).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private List<Fact> facts(String meeting) {
        return database.sql("select at, fact, actor, detail from meeting_history where meeting = :meeting order by id")
                .param("meeting", meeting)
                .query(MeetingTimeline::fact)
                .list();
    }

    private String name(OpenDeadline open, Locale locale) {
        return tasks.name(open.task().kind(), open.task().name(), locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static Moment ahead(Instant at, String text) {
        return new Moment(at, text, List.of(), null, "ahead");
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new Fact(at.toInstant(), row.getString("fact"), row.getString("actor"), row.getString("detail"));
    }

    private record Fact(
            Instant at,
            String name,
            @Nullable String actor,
            @Nullable String detail) {}
}
