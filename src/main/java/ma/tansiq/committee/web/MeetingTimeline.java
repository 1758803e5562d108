package ma.tansiq.committee.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingHistory.Fact;
import ma.tansiq.engine.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened to a meeting, which reminders and escalations went to whom, and what comes next. */
@Component
class MeetingTimeline {

    /** Facts whose reason everybody is told by mail anyway. */
    private static final Set<String> REASONS_FOR_ALL = Set.of("RESCHEDULED", "CANCELLED", "CORRECTION_OPENED");

    private final MeetingHistory history;
    private final TaskTimeline tasks;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    MeetingTimeline(
            MeetingHistory history, TaskTimeline tasks, Accounts accounts, MessageSource messages, Clock clock) {
        this.history = history;
        this.tasks = tasks;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Oldest first.
     *
     * @param details whether the reader may know remarks that people entered, beside reasons told to all
     */
    List<Moment> past(String meeting, boolean details, Locale locale) {
        List<Fact> facts = history.of(meeting);
        Map<String, String> names = names(facts);
        Stream<Moment> happened = facts.stream()
                .map(fact -> happened(fact, names, details || REASONS_FOR_ALL.contains(fact.fact()), locale));
        return Stream.concat(happened, tasks.sent(meeting, locale).stream())
                .sorted(Moment.BY_TIME)
                .toList();
    }

    /** The nearest first: the session, the end of a review, tasks that are due and the next reminder of each. */
    List<Moment> ahead(MeetingFile.Head head, Locale locale) {
        List<Moment> moments = new ArrayList<>();
        if (head.isAhead() && head.startsAt() != null) {
            moments.add(session(head, locale));
        }
        if (head.silenceEndsAt() != null) {
            moments.add(Moment.ahead(head.silenceEndsAt(), text("timeline.silence", locale)));
        }
        moments.addAll(tasks.ahead(head.reference(), locale));
        return moments.stream().distinct().sorted(Moment.BY_TIME).toList();
    }

    /** The opening of the session; when its hour has passed, what it still waits for. */
    private Moment session(MeetingFile.Head head, Locale locale) {
        if (head.startsAt() == null || clock.instant().isBefore(head.startsAt())) {
            return new Moment(head.startsAt(), text("timeline.session", locale), List.of(), null, "ahead");
        }
        boolean agenda = !head.agendaStatus().equals("APPROVED");
        String text = text(agenda ? "timeline.session.no-agenda" : "timeline.session.to-record", locale);
        return new Moment(head.startsAt(), text, List.of(), null, agenda ? "late" : "ahead");
    }

    private Moment happened(Fact fact, Map<String, String> names, boolean details, Locale locale) {
        List<String> who = fact.actor() == null ? List.of() : List.of(names.getOrDefault(fact.actor(), fact.actor()));
        String detail = fact.detail() == null || !details ? null : names.getOrDefault(fact.detail(), fact.detail());
        return Moment.past(fact.at(), text("meeting.fact." + fact.fact(), locale), who, detail);
    }

    private Map<String, String> names(List<Fact> facts) {
        return accounts.namesOf(facts.stream()
                .flatMap(fact -> Stream.of(fact.actor(), fact.detail()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
