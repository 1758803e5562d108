package ma.tansiq.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.meeting.Meetings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The session and what is signed of it at once, and why one was not held. */
@Component
@Profile("replay")
class SessionReplies implements Reply.Repertoire {

    /** Outcomes whose text is a decision, which actions carry out. */
    private static final Set<String> DECIDING = Set.of("RECOMMENDED", "DECIDED", "AMENDED", "REJECTED");

    private static final Set<String> STOOD_IN_FOR = Set.of("REPRESENTED", "PROXY");

    /** What the short form of an item asks: no vote, nobody recused. */
    private static final Set<String> OF_AN_ITEM = Set.of("position", "outcome", "discussion", "decision");

    private static final int MOST_ACTIONS = 3;

    private final Meetings meetings;
    private final Bodies bodies;
    private final Absences absences;

    SessionReplies(Meetings meetings, Bodies bodies, Absences absences) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.absences = absences;
    }

    @Override
    public Map<String, Reply> replies() {
        return Map.of(
                "Task_RecordSession", Reply.duty(this::record).upTo(2),
                "Task_SignDecisions", Reply.duty(asked -> PreparationReplies.judged(asked, "sign", 0.04)),
                "Task_JustifyMissedMeeting",
                        Reply.duty(
                                asked -> Map.of("reason", "Les membres n’étaient pas disponibles avant cette date.")));
    }

    /** Whoever is told that there was no quorum records the presences alone. */
    private Map<String, ?> record(Asked asked) {
        LocalDate session = LocalDate.ofInstant(meetings.required(asked.about()).startsAt(), LegalTime.ZONE);
        String presiding = asked.options("presiding").get(0);
        boolean poor = asked.chance().about("poorly attended").happens(0.06);
        List<Map<String, Object>> attendance = asked.rows("attendance");
        attendance.forEach(row -> row.put("presence", presence(row, presiding, session, poor, asked)));
        List<Map<String, Object>> items = asked.rows("items");
        List<Map<String, Object>> actions = new ArrayList<>(asked.rows("actions"));
        if (asked.refused() == 0) {
            boolean refers = bodies.parentOf(asked.body()).isPresent();
            items.forEach(row -> row.keySet().retainAll(OF_AN_ITEM));
            items.forEach(row -> deal(row, refers, asked.chance()));
            if (actions.isEmpty()) {
                actions.addAll(actions(items, session, asked));
            }
        }
        Map<String, Object> answers = new HashMap<>();
        answers.put("presidedBy", presiding);
        answers.put("attendance", attendance);
        answers.put("items", asked.refused() == 0 ? items : List.of());
        answers.put("actions", asked.refused() == 0 ? actions : List.of());
        return answers;
    }

    private String presence(Map<String, Object> row, String presiding, LocalDate session, boolean poor, Asked asked) {
        String account = Asked.text(row.get("account"));
        String expected = Asked.text(row.get("presence"));
        Chance chance = asked.chance().about("presence", account);
        if (account.equals(presiding)) {
            return "PRESENT";
        }
        if (absences.isAway(account, session)) {
            return STOOD_IN_FOR.contains(expected) ? expected : "EXCUSED";
        }
        if (poor) {
            return chance.happens(0.12) ? "PRESENT" : "EXCUSED";
        }
        return switch (expected) {
            case "PRESENT" -> chance.happens(0.95) ? "PRESENT" : "EXCUSED";
            case "" -> chance.happens(0.6) ? "PRESENT" : chance.about("excuse").happens(0.6) ? "EXCUSED" : "ABSENT";
            default -> expected;
        };
    }

    /** An item that has its outcome already, in a record that came back, keeps it. */
    private static void deal(Map<String, Object> row, boolean refers, Chance of) {
        if (!Asked.text(row.get("outcome")).isEmpty()) {
            return;
        }
        Chance chance = of.about("item", Objects.requireNonNull(row.get("position")));
        String outcome = outcome(chance, refers);
        row.put("outcome", outcome);
        row.put("discussion", Words.discussion(chance));
        if (DECIDING.contains(outcome)) {
            row.put("decision", Words.decision(chance));
        }
    }

    private static String outcome(Chance chance, boolean refers) {
        int drawn = chance.between(1, 100);
        if (drawn <= 50) {
            return "DECIDED";
        }
        if (drawn <= 62) {
            return "NOTED";
        }
        if (drawn <= 70) {
            return "RECOMMENDED";
        }
        if (drawn <= 76) {
            return "AMENDED";
        }
        if (drawn <= 79) {
            return "REJECTED";
        }
        return drawn <= 86 ? "DEFERRED" : refers ? "REFERRED_UP" : "DECIDED";
    }

    private static List<Map<String, Object>> actions(List<Map<String, Object>> items, LocalDate session, Asked asked) {
        List<String> owners = asked.options("owners");
        return items.stream()
                .filter(row -> DECIDING.contains(Asked.text(row.get("outcome"))))
                .filter(row -> !Asked.text(row.get("outcome")).equals("REJECTED"))
                .filter(row -> asked.chance()
                        .about("action", Objects.requireNonNull(row.get("position")))
                        .happens(0.6))
                .limit(MOST_ACTIONS)
                .map(row -> action(
                        row,
                        owners,
                        session,
                        asked.chance().about("action of", Objects.requireNonNull(row.get("position")))))
                .toList();
    }

    private static Map<String, Object> action(
            Map<String, Object> item, List<String> owners, LocalDate session, Chance chance) {
        return Map.of(
                "item",
                Integer.parseInt(Asked.text(item.get("position"))),
                "title",
                "Suite à donner : " + Words.subject(chance),
                "owner",
                chance.about("owner").oneOf(owners),
                "dueOn",
                session.plusDays(chance.about("due").between(20, 95)).toString());
    }
}
