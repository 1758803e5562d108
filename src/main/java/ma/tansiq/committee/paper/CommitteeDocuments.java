package ma.tansiq.committee.paper;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.committee.progress.Figures;
import ma.tansiq.document.PdfDetails;
import ma.tansiq.document.PdfRenderer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The documents of a meeting as PDF: labels in the language asked for, what people recorded as they recorded it. The
 * same document at the same instant gives the same bytes.
 */
@Component
public class CommitteeDocuments {

    private final PdfRenderer renderer;
    private final MessageSource messages;
    private final Clock clock;

    CommitteeDocuments(PdfRenderer renderer, MessageSource messages, Clock clock) {
        this.renderer = renderer;
        this.messages = messages;
        this.clock = clock;
    }

    public byte[] render(AgendaPackDocument pack, Locale language) {
        return render(
                "agenda-pack",
                pack.meeting(),
                language,
                Map.of("document", pack, "meeting", pack.meeting(), "allPages", pack.allPages()));
    }

    public byte[] render(DecisionRecordDocument decisions, Locale language) {
        return render("decision-record", decisions.meeting(), decisions, language);
    }

    public byte[] render(MinutesDocument minutes, Locale language) {
        return render("minutes", minutes.meeting(), minutes, language);
    }

    public byte[] render(ProgressSummaryDocument summary, Locale language) {
        return render(
                "progress-summary",
                summary.meeting(),
                language,
                Map.of("document", summary, "meeting", summary.meeting(), "figures", new Figures()));
    }

    private byte[] render(String template, MeetingHeading meeting, Object document, Locale language) {
        return render(template, meeting, language, Map.of("document", document, "meeting", meeting));
    }

    private byte[] render(String template, MeetingHeading meeting, Locale language, Map<String, ?> model) {
        String title = messages.getMessage(
                "document.committee.title." + template, new Object[] {meeting.reference()}, language);
        PdfDetails details = new PdfDetails(
                title,
                bodyName(meeting, language),
                meeting.reference(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return renderer.render("committee/" + template, model, language, details);
    }

    private static String bodyName(MeetingHeading meeting, Locale language) {
        String arabic = meeting.bodyNameAr();
        return language.getLanguage().equals("ar") && arabic != null ? arabic : meeting.bodyNameFr();
    }
}
