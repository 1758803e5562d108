package ma.tansiq.replay;

import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is asked of members in writing, and its ratification. */
@Component
@Profile("replay")
class ConsultationReplies implements Reply.Repertoire {

    @Override
    public Map<String, Reply> replies() {
        return Map.of(
                "Task_AnswerConsultation", Reply.choice(ConsultationReplies::answer),
                "Task_RatifyConsultation", Reply.duty(ConsultationReplies::ratify));
    }

    private static Map<String, ?> answer(Asked asked) {
        return asked.chance().about("objection").happens(0.08)
                ? Map.of("decision", "object", "objection", "Cette question mérite d’être débattue en séance.")
                : Map.of("decision", "agree");
    }

    private static Map<String, ?> ratify(Asked asked) {
        return asked.chance().about("ratified").happens(0.97)
                ? Map.of("decision", "ratify")
                : Map.of("decision", "refuse", "remark", "Le texte soumis n’est pas celui dont nous étions convenus.");
    }
}
