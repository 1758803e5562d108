package ma.tansiq.replay;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** From the draft of the minutes to their signature. */
@Component
@Profile("replay")
class MinutesReplies implements Reply.Repertoire {

    @Override
    public Map<String, Reply> replies() {
        return Map.of(
                "Task_DraftMinutes", Reply.duty(MinutesReplies::draft),
                "Task_ReviewMinutes", Reply.choice(MinutesReplies::review),
                "Task_ResolveReservations", Reply.duty(MinutesReplies::resolve),
                "Task_SignMinutes", Reply.duty(asked -> PreparationReplies.judged(asked, "sign", 0.03)));
    }

    private static Map<String, ?> draft(Asked asked) {
        return Map.of(
                "introduction",
                "La séance est ouverte à l’heure prévue ; le président rappelle l’ordre du jour.",
                "discussions",
                asked.rows("discussions"),
                "closing",
                "L’ordre du jour étant épuisé, la séance est levée.");
    }

    private static Map<String, ?> review(Asked asked) {
        Chance chance = asked.chance().about("reservation");
        List<String> items = asked.options("itemChoices");
        if (items.isEmpty() || !chance.happens(0.06)) {
            return Map.of("decision", "approve");
        }
        return Map.of(
                "decision",
                "reserve",
                "item",
                Integer.parseInt(chance.about("item").oneOf(items)),
                "reservation",
                "La formulation retenue ne reprend pas l’échéance dont il a été convenu.");
    }

    /** One new text for a decision, however many asked for it. */
    private static Map<String, ?> resolve(Asked asked) {
        List<Map<String, Object>> rows = asked.rows("reservations");
        boolean altered = false;
        for (Map<String, Object> row : rows) {
            boolean followed = asked.chance()
                    .about("followed", Objects.requireNonNull(row.get("account")))
                    .happens(0.6);
            row.remove("chosenItem");
            row.put("followed", followed ? "yes" : "no");
            row.put("reply", followed ? "Exact, le texte est complété." : "Le texte rend compte des débats.");
            String decision = Asked.text(row.get("decision"));
            if (followed && !altered && !decision.isEmpty()) {
                row.put("alteredDecision", decision + " L’échéance est fixée à la prochaine séance.");
                altered = true;
            }
        }
        return Map.of("reservations", rows);
    }
}
