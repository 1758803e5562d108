package ma.tansiq.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.meeting.Meetings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** From the planning of a meeting to its opening. */
@Component
@Profile("replay")
class PreparationReplies implements Reply.Repertoire {

    /** So much fits one session; the rest waits for the next. */
    private static final int MOST_ITEMS = 7;

    private static final int DATES_TRIED = 6;

    private final Meetings meetings;
    private final Slots slots;
    private final WorkingDays workingDays;
    private final Absences absences;
    private final Clock clock;

    PreparationReplies(Meetings meetings, Slots slots, WorkingDays workingDays, Absences absences, Clock clock) {
        this.meetings = meetings;
        this.slots = slots;
        this.workingDays = workingDays;
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public Map<String, Reply> replies() {
        return Map.of(
                "Task_PlanMeeting", Reply.duty(this::plan).upTo(DATES_TRIED),
                "Task_ProposeItems", Reply.choice(this::propose),
                "Task_ComposeAgenda", Reply.duty(this::compose),
                "Task_ApproveAgenda", Reply.duty(asked -> judged(asked, "approve", 0.05)),
                "Task_ConfirmAttendance", Reply.choice(this::confirm).upTo(2),
                "Task_ReconfirmAttendance", Reply.choice(this::confirm).upTo(2),
                "Task_PrepareBriefing", Reply.duty(PreparationReplies::brief),
                "Task_DecideOnHoliday", Reply.duty(this::decideOnHoliday).upTo(DATES_TRIED));
    }

    /** Whoever is told twice that people or rooms are taken goes on knowingly. */
    private Map<String, ?> plan(Asked asked) {
        LocalDate wanted =
                workingDays.plus(earliest(asked), asked.chance().about("spare").between(0, 8));
        Map<String, Object> answers = session(asked, wanted);
        if (asked.refused() >= 2) {
            answers.put("clashesKnown", true);
        }
        return answers;
    }

    /** What the form told when the task opened, counted from today. */
    private LocalDate earliest(Asked asked) {
        LocalDate told = LocalDate.parse(asked.text("earliestDay"));
        int notice = workingDays.between(workingDays.dayOf(asked.task().createdAt()), told);
        return workingDays.plus(LocalDate.now(clock), notice);
    }

    private Map<String, Object> session(Asked asked, LocalDate day) {
        Instant start = slots.from(day, asked.body(), asked.chance(), asked.refused());
        return new HashMap<>(Map.of(
                "startsAt",
                LocalDateTime.ofInstant(start, LegalTime.ZONE).toString(),
                "durationMinutes",
                Slots.LENGTH.toMinutes(),
                "place",
                Words.place(asked.chance())));
    }

    private Map<String, ?> propose(Asked asked) {
        int items = asked.chance().about("items").between(0, 2);
        List<Map<String, Object>> rows = IntStream.range(0, items)
                .mapToObj(i -> item(asked.chance().about("item", i)))
                .toList();
        return Map.of("items", rows);
    }

    private static Map<String, Object> item(Chance chance) {
        String subject = Words.subject(chance);
        return new HashMap<>(Map.of("title", subject, "text", Words.statement(subject)));
    }

    /** What waits, in its order; when nothing does, the secretary adds an item. */
    private Map<String, ?> compose(Asked asked) {
        List<Map<String, Object>> rows = asked.rows("items");
        for (int i = 0; i < rows.size(); i++) {
            if (i < MOST_ITEMS) {
                rows.get(i).put("position", i + 1);
            } else {
                rows.get(i).remove("position");
            }
        }
        Map<String, Object> added = item(asked.chance());
        added.put("position", 1);
        return Map.of("items", rows, "added", rows.isEmpty() ? List.of(added) : List.of());
    }

    private static Map<String, ?> brief(Asked asked) {
        return Map.of("briefing", "Les enjeux, les positions connues et l’arbitrage proposé sont résumés ici.");
    }

    /** Good as it is, or sent back with a remark; never a second time. */
    static Map<String, ?> judged(Asked asked, String good, double sentBack) {
        boolean again = !asked.text("returned").isEmpty();
        return !again && asked.chance().about("judged").happens(sentBack)
                ? Map.of("decision", "return", "remark", "À préciser avant que je ne m’engage.")
                : Map.of("decision", good);
    }

    /** When the alternate is taken already, the person only declines. */
    private Map<String, ?> confirm(Asked asked) {
        LocalDate session = LocalDate.ofInstant(meetings.required(asked.about()).startsAt(), LegalTime.ZONE);
        Chance chance = asked.chance().about("attendance");
        List<String> alternates = asked.options("alternates");
        if (!absences.isAway(asked.person(), session) && chance.happens(0.9)) {
            return Map.of("answer", "ACCEPTED");
        }
        List<String> present = alternates.stream()
                .filter(each -> !absences.isAway(each, session))
                .toList();
        return asked.refused() == 0
                        && !present.isEmpty()
                        && chance.about("alternate").happens(0.7)
                ? Map.of("answer", "DELEGATED", "alternate", present.get(0))
                : Map.of("answer", "DECLINED", "remark", "En déplacement.");
    }

    private Map<String, ?> decideOnHoliday(Asked asked) {
        if (asked.chance().about("maintained").happens(0.15)) {
            return Map.of("decision", "maintain", "motive", "Tous les membres ont confirmé leur présence.");
        }
        Map<String, Object> answers = session(asked, earliest(asked));
        answers.putAll(Map.of("decision", "reschedule", "reason", "La séance tombait un jour férié."));
        return answers;
    }
}
