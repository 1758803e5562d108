package ma.tansiq.grant.agreement;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.document.Documents;
import ma.tansiq.grant.envelope.Dirhams;
import ma.tansiq.grant.envelope.Envelopes;
import org.springframework.stereotype.Component;

/** Awards for tests that begin with one, each in a call of its own. */
@Component
public class AwardStage {

    /** An association of the strategy. */
    public static final String ASSOCIATION = "FOO";

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final AgreementManagement management;
    private final Envelopes envelopes;
    private final Documents documents;
    private final CommitteeStage stage;

    AwardStage(AgreementManagement management, Envelopes envelopes, Documents documents, CommitteeStage stage) {
        this.management = management;
        this.envelopes = envelopes;
        this.documents = documents;
        this.stage = stage;
    }

    /** What was awarded, committed in the envelope of a call of its own. */
    public Award award(String association, Dirhams amount, List<Integer> shares, String verifiedBy) {
        String call = "AAP-2034-%02d".formatted(CALLS.incrementAndGet());
        String file = call + "-0001";
        envelopes.open(call, Dirhams.of(500_000), "appel", "ordo");
        envelopes.reserve(call, file, amount, "classement", "officer");
        envelopes.commit(call, file, amount, "décision", "ordo");
        return new Award(call, file, association, "Cours de darija", amount, shares, verifiedBy, "ordo2");
    }

    /** An agreement on 100,000 dirhams that the association has to sign; its project runs from May 2035 on. */
    public String prepared() {
        String agreement = management.conclude(award(ASSOCIATION, Dirhams.of(100_000), List.of(), "officer2"));
        stage.does(
                "officer",
                agreement,
                "Task_PrepareAgreement",
                Map.of(
                        "startsOn",
                        "2035-05-02",
                        "endsOn",
                        "2036-05-01",
                        "conditions",
                        "Visites trimestrielles.",
                        "reports",
                        List.of(
                                Map.of("number", 1, "dueOn", "2035-11-15"),
                                Map.of("number", 2, "dueOn", "2036-06-16"))));
        return agreement;
    }

    /** One that both have signed. */
    public String signed() {
        String agreement = prepared();
        management.signForAssociation(
                agreement,
                "Amina Idrissi",
                documents
                        .store("Convention.pdf", "application/pdf", new ByteArrayInputStream(PDF), agreement)
                        .id());
        stage.does("ordo", agreement, "Task_SignAgreement", Map.of("decision", "sign"));
        return agreement;
    }
}
