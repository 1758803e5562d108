package ma.tansiq.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What comes after sessions: actions, reports of programmes, extracts. */
@Component
@Profile("replay")
class FollowUpReplies implements Reply.Repertoire {

    private static final int DONE = 100;
    private static final int MOST_STEPS = 3;

    @Override
    public Map<String, Reply> replies() {
        return Map.of(
                "Task_ReportActionProgress", Reply.duty(FollowUpReplies::reportAction),
                "Task_ConfirmCompletion", Reply.duty(FollowUpReplies::confirmCompletion),
                "Task_SubmitProgressReport", Reply.duty(FollowUpReplies::submitReport),
                "Task_ValidateProgressReport", Reply.duty(FollowUpReplies::validateReport),
                "Task_ConsolidateProgress", Reply.duty(FollowUpReplies::consolidate),
                "Task_AcknowledgeExtract", Reply.choice(asked -> Map.of()),
                "Task_GiveOpinion", Reply.choice(FollowUpReplies::opine));
    }

    /** Most are done when they are reported; the others take some more reports. */
    private static Map<String, ?> reportAction(Asked asked) {
        int known = asked.number("progress");
        boolean done = known >= DONE - DONE / MOST_STEPS
                || asked.chance().about("done").happens(0.65);
        return done
                ? Map.of(
                        "progress",
                        DONE,
                        "comment",
                        "Action menée à bien.",
                        "evidence",
                        "Note transmise au secrétariat.")
                : Map.of("progress", known + DONE / MOST_STEPS, "comment", "En cours, en attente d’un partenaire.");
    }

    private static Map<String, ?> opine(Asked asked) {
        return Map.of(
                "position",
                asked.chance().about("position").oneOf(List.of("FAVOURABLE", "FAVOURABLE", "WITH_RESERVATIONS")),
                "opinion",
                "Avis rendu au vu du dossier, sous réserve des crédits disponibles.");
    }

    private static Map<String, ?> confirmCompletion(Asked asked) {
        return asked.chance().about("confirmed").happens(0.94)
                ? Map.of("decision", "confirm")
                : Map.of("decision", "reopen", "remark", "La pièce jointe ne suffit pas.");
    }

    private static Map<String, ?> submitReport(Asked asked) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("narrative", "Les activités du trimestre se sont déroulées conformément au calendrier.");
        answers.put(
                "risks",
                asked.chance().about("risk").happens(0.4) ? "Retard possible dans l’engagement des crédits." : "");
        answers.put("indicators", indicators(asked));
        answers.put("budget", budget(asked));
        answers.put("requests", requests(asked.chance().about("request")));
        return answers;
    }

    private static List<Map<String, Object>> indicators(Asked asked) {
        List<Map<String, Object>> known = asked.rows("indicators");
        List<Map<String, Object>> rows = known.isEmpty()
                ? IntStream.rangeClosed(1, 2)
                        .mapToObj(i -> new HashMap<String, Object>(Map.of(
                                "name", "Bénéficiaires de la mesure " + i, "unit", "personnes", "target", 500 * i)))
                        .<Map<String, Object>>map(row -> row)
                        .toList()
                : known;
        rows.forEach(row -> row.put(
                "value",
                asked.chance()
                        .about("indicator", Objects.requireNonNull(row.get("name")))
                        .between(50, 480)));
        return rows;
    }

    private static List<Map<String, Object>> budget(Asked asked) {
        int committed = asked.chance().about("committed").between(100, 900);
        int paid = committed * asked.chance().about("paid").between(20, 95) / 100;
        return List.of(Map.of(
                "line",
                "Fonctionnement du programme",
                "planned",
                1_000_000,
                "committed",
                committed * 1_000,
                "paid",
                paid * 1_000));
    }

    private static List<Map<String, Object>> requests(Chance chance) {
        if (!chance.happens(0.3)) {
            return List.of();
        }
        String subject = Words.subject(chance);
        return List.of(Map.of("title", subject, "text", Words.statement(subject)));
    }

    private static Map<String, ?> validateReport(Asked asked) {
        return asked.chance().about("validated").happens(0.96)
                ? Map.of(
                        "decision",
                        "validate",
                        "validation",
                        asked.chance().about("validation").oneOf(List.of("CHAIR", "CHAIR", "SESSION", "CONSULTATION")))
                : Map.of("decision", "return", "remark", "Compléter les indicateurs.");
    }

    private static Map<String, ?> consolidate(Asked asked) {
        List<String> taken = asked.options("arbitrations").stream()
                .filter(each -> asked.chance().about("taken up", each).happens(0.6))
                .toList();
        return Map.of(
                "summary", "Les programmes avancent ; les points d’attention figurent ci-après.", "takenUp", taken);
    }
}
