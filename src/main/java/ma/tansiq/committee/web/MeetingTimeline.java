package ma.tansiq.committee.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingHistory.Fact;
import ma.tansiq.engine.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened to a meeting, which reminders and escalations went to whom, and what comes next. */
@Component
class MeetingTimeline {

    private static final Set<String> COUNTED = Set.of(
            "RECORDED",
            "NO_QUORUM",
            "ITEMS_PROPOSED",
            "LATE_PAPERS_SEEN",
            "RESERVATIONS_RESOLVED",
            "MINUTES_DRAFTED",
            "EXTRACTS_RETURNED",
            "EXTRACTS_CORRECTED",
            "REPORTS_CLOSED",
            "PROGRESS_CONSOLIDATED",
            "ITEM_ADDED",
            "BALLOT_OPENED",
            "BALLOT_COUNTED",
            "BALLOT_VOID");

    /** Facts whose reason everybody is told by mail or may know, or which name a decision. */
    private static final Set<String> FOR_ALL = Set.of(
            "RESCHEDULED",
            "SESSION_MOVED",
            "MAINTAINED_ON_HOLIDAY",
            "STOOD_IN",
            "CANCELLED",
            "SUSPENDED",
            "ITEM_ADDED",
            "BALLOT_OPENED",
            "BALLOT_COUNTED",
            "BALLOT_VOID",
            "NOT_RESUMED",
            "CORRECTION_OPENED",
            "DECISION_ALTERED",
            "DECISIONS_SIGNED_ON_PAPER",
            "MINUTES_SIGNED_ON_PAPER",
            "MINUTES_DRAFTED",
            "OPENED_BY_CADENCE",
            "OPENED_BY_DECISION",
            "BRIEFING_PREPARED",
            "OPENED_BESIDE",
            "MINUTES_APPROVED_IN_SESSION",
            "LATE_PAPERS_SEEN",
            "CADENCE_MISSED",
            "MISS_JUSTIFIED",
            "REPORTS_CLOSED",
            "REPORT_SUBMITTED",
            "REPORT_VALIDATED",
            "REPORT_VALIDATED_LATE",
            "REPORT_RETURNED",
            "REPORTS_REQUESTED",
            "PROGRESS_CONSOLIDATED");

    /** Facts whose detail is the account of whoever entered them for somebody else. */
    private static final Set<String> ENTERED = Set.of("DECISIONS_SIGNED_ON_PAPER", "MINUTES_SIGNED_ON_PAPER");

    private static final Set<String> SEALS = Set.of("DECISIONS_SIGNED", "DECISIONS_SEALED_AGAIN", "MINUTES_SEALED");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

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
                .collect(Collectors.groupingBy(Occurrence::of, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> happened(same, names, details, locale));
        return Stream.concat(happened, tasks.sent(meeting, locale).stream())
                .sorted(Moment.BY_TIME)
                .toList();
    }

    /** The nearest first: the session, the end of a review, tasks that are due and the next reminder of each. */
    List<Moment> ahead(MeetingFile.Head head, Locale locale) {
        List<Moment> moments = new ArrayList<>();
        if (head.isConvened() && head.startsAt() != null) {
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

    /** What several people did at one instant, as those whose silence approved, is one entry. */
    private record Occurrence(
            Instant at, String fact, @Nullable String detail) {

        static Occurrence of(Fact fact) {
            return new Occurrence(fact.at(), fact.fact(), fact.detail());
        }
    }

    private Moment happened(List<Fact> same, Map<String, String> names, boolean details, Locale locale) {
        Fact fact = same.get(0);
        List<String> who = same.stream()
                .map(Fact::actor)
                .flatMap(Stream::ofNullable)
                .map(actor -> names.getOrDefault(actor, actor))
                .toList();
        return Moment.past(
                fact.at(), text("meeting.fact." + fact.fact(), locale), who, detail(fact, names, details, locale));
    }

    /** Counts in words, names instead of accounts; seals are shown with their documents, not here. */
    private @Nullable String detail(Fact fact, Map<String, String> names, boolean details, Locale locale) {
        String detail = fact.detail();
        if (detail == null || SEALS.contains(fact.fact()) || !(details || FOR_ALL.contains(fact.fact()))) {
            return null;
        }
        if (ENTERED.contains(fact.fact())) {
            return messages.getMessage(
                    "meeting.fact.entered", new Object[] {names.getOrDefault(detail, detail)}, locale);
        }
        Object[] numbers = NUMBER.matcher(detail)
                .results()
                .map(each -> (Object) Integer.valueOf(each.group()))
                .toArray();
        return COUNTED.contains(fact.fact())
                ? messages.getMessage("meeting.fact." + fact.fact() + ".detail", numbers, locale)
                : names.getOrDefault(detail, detail);
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
