package ma.tansiq.grant.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.committee.CommitteeStage;
import org.springframework.stereotype.Component;

/** The short way to a published call, for tests that are about what comes after. */
@Component
public class CallsInTests {

    private final CallManagement management;
    private final CommitteeStage stage;

    CallsInTests(CallManagement management, CommitteeStage stage) {
        this.management = management;
        this.stage = stage;
    }

    /** A call that the authorising officer has published. */
    public String published(CallKind kind, CallTerms terms) {
        String call = management.begin(kind, terms.titleFr(), "officer");
        stage.does("officer", call, "Task_DraftCall", answers(terms));
        stage.does("ordo", call, "Task_ApproveCall", Map.of("decision", "approve"));
        return call;
    }

    /** What the officer would answer to say that. */
    static Map<String, Object> answers(CallTerms terms) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("titleFr", terms.titleFr());
        answers.put("titleAr", terms.titleAr());
        answers.put("textFr", terms.textFr());
        answers.put("textAr", terms.textAr());
        answers.put("programmes", joined(terms.programmes()));
        answers.put("domains", String.join("\n", terms.domains()));
        answers.put("regions", String.join("\n", terms.regions()));
        answers.put("envelope", terms.envelope().amount());
        answers.put("ceiling", terms.ceiling().amount());
        answers.put("cap", terms.cap().amount());
        answers.put("opensAt", CallTexts.field(terms.opensAt()));
        answers.put("closesAt", CallTexts.field(terms.closesAt()));
        answers.put("documents", CallTexts.rows(terms.documents()));
        answers.put("grid", CallTexts.criteria(terms.grid()));
        answers.put("passMark", terms.passMark());
        answers.put("shares", joined(terms.shares()));
        return answers;
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
