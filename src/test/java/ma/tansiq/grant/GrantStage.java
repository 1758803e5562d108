package ma.tansiq.grant;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.document.Documents;
import ma.tansiq.grant.application.Application;
import ma.tansiq.grant.application.ApplicationContent;
import ma.tansiq.grant.application.ApplicationManagement;
import ma.tansiq.grant.call.CallKind;
import ma.tansiq.grant.call.CallTerms;
import ma.tansiq.grant.call.CallsInTests;
import ma.tansiq.grant.call.Criterion;
import ma.tansiq.grant.call.RequiredDocument;
import ma.tansiq.grant.envelope.Dirhams;
import org.springframework.stereotype.Component;

/** A published call and applications to it, for tests: the clock stands at {@link CommitteeStage#MORNING} or later. */
@Component
public class GrantStage {

    /** The window of {@link #terms}: both instants belong to it. */
    public static final LocalDateTime OPENS = LocalDateTime.of(2027, 4, 5, 9, 0);

    public static final LocalDateTime CLOSES = LocalDateTime.of(2027, 4, 30, 16, 30);

    private final CallsInTests calls;
    private final ApplicationManagement applications;
    private final Documents documents;

    GrantStage(CallsInTests calls, ApplicationManagement applications, Documents documents) {
        this.calls = calls;
        this.applications = applications;
        this.documents = documents;
    }

    /** Half a million dirhams, at most 100,000 a project; two documents of which one is required. */
    public static CallTerms terms() {
        return terms(instant(OPENS), instant(CLOSES));
    }

    public static CallTerms terms(Instant opens, Instant closes) {
        return new CallTerms(
                "Accompagnement des migrants",
                "مواكبة المهاجرين",
                "Projets d’accompagnement social.",
                "مشاريع المواكبة الاجتماعية.",
                List.of(11),
                List.of("Accompagnement social"),
                List.of(),
                Dirhams.of(500_000),
                Dirhams.of(100_000),
                Dirhams.of(150_000),
                opens,
                closes,
                List.of(
                        new RequiredDocument("statuts", "Statuts", "النظام الأساسي", true),
                        new RequiredDocument("lettre", "Lettre de soutien", "رسالة دعم", false)),
                List.of(
                        new Criterion("pertinence", "Pertinence", "الملاءمة", 60),
                        new Criterion("faisabilite", "Faisabilité", "قابلية الإنجاز", 40)),
                60,
                List.of());
    }

    public static Instant instant(LocalDateTime time) {
        return CommitteeStage.instant(time);
    }

    /** A call that is published and open. */
    public String publishedCall() {
        return calls.published(CallKind.ASSOCIATION, terms());
    }

    /** All that a submission needs, for 80,000 dirhams. */
    public static ApplicationContent content() {
        return new ApplicationContent(
                "Cours de langue",
                "Apprendre la langue du pays d’accueil.",
                "Cent vingt personnes.",
                List.of("Rabat"),
                LocalDate.of(2027, 9, 1),
                LocalDate.of(2028, 6, 30),
                List.of(new ApplicationContent.Activity(
                        "Cours du soir", LocalDate.of(2027, 9, 15), LocalDate.of(2028, 6, 15))),
                List.of(new ApplicationContent.CostLine("Formateurs", Dirhams.of(100_000), Dirhams.of(20_000))),
                List.of(new ApplicationContent.Indicator("Personnes formées", "120")),
                List.of(new ApplicationContent.Member("Amina Idrissi", "Coordinatrice")),
                List.of());
    }

    /** A draft that lacks nothing. */
    public Application draft(String call, String organisation) {
        Application draft = applications.begin(call, organisation, "amina@example.org");
        applications.save(draft.id(), content());
        applications.attach(draft.id(), "statuts", document(draft.id()), "amina@example.org");
        return draft;
    }

    /** A submitted application; its number. */
    public String submitted(String call, String organisation) {
        return applications
                .submit(draft(call, organisation).id(), "amina@example.org")
                .reference();
    }

    /** A document of that application, stored. */
    public UUID document(UUID application) {
        byte[] text = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return documents
                .store(
                        "statuts.pdf",
                        "application/pdf",
                        new ByteArrayInputStream(text),
                        Application.documentOwner(application))
                .id();
    }
}
