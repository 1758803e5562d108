package ma.tansiq.grant.agreement;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.document.Documents;
import ma.tansiq.document.PdfDetails;
import ma.tansiq.document.PdfRenderer;
import ma.tansiq.grant.envelope.Dirhams;
import ma.tansiq.strategy.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The text of an agreement or decision, made from its data in French and Arabic (rule E6). */
@Component
class AgreementDocuments {

    private static final Locale ARABIC = Locale.forLanguageTag("ar-MA");

    private final PdfRenderer renderer;
    private final Documents documents;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Clock clock;

    AgreementDocuments(
            PdfRenderer renderer,
            Documents documents,
            Organisations organisations,
            MessageSource messages,
            Clock clock) {
        this.renderer = renderer;
        this.documents = documents;
        this.organisations = organisations;
        this.messages = messages;
        this.clock = clock;
    }

    /** Makes and keeps the text that both sides sign. */
    UUID french(Agreement agreement) {
        return keep(agreement, Locale.FRENCH);
    }

    UUID arabic(Agreement agreement) {
        return keep(agreement, ARABIC);
    }

    private UUID keep(Agreement agreement, Locale language) {
        String name = "%s-%s.pdf".formatted(agreement.reference(), language.getLanguage());
        return documents
                .store(
                        name,
                        "application/pdf",
                        new ByteArrayInputStream(render(agreement, language)),
                        agreement.reference())
                .id();
    }

    byte[] render(Agreement agreement, Locale language) {
        String title = messages.getMessage("document.agreement.title." + agreement.form(), null, language);
        String association = organisations
                .find(agreement.organisation())
                .map(each -> each.name(language))
                .orElse(agreement.organisation());
        Map<String, Object> model = Map.of(
                "agreement",
                agreement,
                "association",
                association,
                "startsOn",
                agreement.startsOn().orElseThrow(),
                "endsOn",
                agreement.endsOn().orElseThrow(),
                "amountInWords",
                inWords(agreement.amount(), language),
                "strategyFr",
                messages.getMessage("document.agreement.strategy", null, Locale.FRENCH),
                "strategyAr",
                messages.getMessage("document.agreement.strategy", null, ARABIC));
        PdfDetails details = new PdfDetails(
                title, association, agreement.reference(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return renderer.render("grant/agreement", model, language, details);
    }

    /** As contracts write it: dirhams in words, and centimes when there are any. */
    private String inWords(Dirhams amount, Locale language) {
        RuleBasedNumberFormat speller = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
        BigDecimal[] parts = amount.amount().divideAndRemainder(BigDecimal.ONE);
        int centimes = parts[1].movePointRight(2).intValueExact();
        String dirhams = speller.format(parts[0].longValueExact());
        return centimes == 0
                ? messages.getMessage("document.agreement.words", new Object[] {dirhams}, language)
                : messages.getMessage(
                        "document.agreement.words.centimes",
                        new Object[] {dirhams, speller.format((long) centimes)},
                        language);
    }
}
