package ma.tansiq.committee.paper;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.minutes.Minutes;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import org.springframework.stereotype.Component;

/**
 * Makes and keeps the papers of a meeting. Each is rendered in French, the working language, and in Arabic; the French
 * one is what is sent, signed and sealed.
 */
@Component
public class CommitteePapers {

    private static final Locale ARABIC = Locale.forLanguageTag("ar-MA");
    private static final String PDF = "application/pdf";

    private final PaperContents contents;
    private final CommitteeDocuments renderings;
    private final Documents documents;
    private final SignedDocuments signed;
    private final Clock clock;

    CommitteePapers(
            PaperContents contents,
            CommitteeDocuments renderings,
            Documents documents,
            SignedDocuments signed,
            Clock clock) {
        this.contents = contents;
        this.renderings = renderings;
        this.documents = documents;
        this.signed = signed;
        this.clock = clock;
    }

    public UUID agendaPack(Meeting meeting) {
        AgendaPackDocument pack = contents.agendaPack(meeting);
        keep(meeting, "dossier-de-seance-ar", renderings.render(pack, ARABIC));
        return keep(meeting, "dossier-de-seance", renderings.render(pack, Locale.FRENCH))
                .id();
    }

    /** The record that is put up for signature. */
    public void draftDecisionRecord(Meeting meeting) {
        DecisionRecordDocument draft = contents.decisionRecord(meeting, null);
        keep(meeting, "releve-de-decisions-projet", renderings.render(draft, Locale.FRENCH));
    }

    public SignedDocument sealDecisionRecord(Meeting meeting, Signature signature) {
        DecisionRecordDocument record = contents.decisionRecord(meeting, signature);
        keep(meeting, "releve-de-decisions-ar", renderings.render(record, ARABIC));
        StoredDocument kept = keep(meeting, "releve-de-decisions", renderings.render(record, Locale.FRENCH));
        return seal(meeting, SignedDocument.Kind.DECISION_RECORD, kept, signature);
    }

    public SignedDocument sealMinutes(Meeting meeting, Minutes minutes, Signature signature) {
        MinutesDocument document = contents.minutes(meeting, minutes, signature);
        keep(meeting, "proces-verbal-ar", renderings.render(document, ARABIC));
        StoredDocument kept = keep(meeting, "proces-verbal", renderings.render(document, Locale.FRENCH));
        return seal(meeting, SignedDocument.Kind.MINUTES, kept, signature);
    }

    public SignedDocument latestMinutes(String meeting) {
        return signed.latest(meeting, SignedDocument.Kind.MINUTES).orElseThrow();
    }

    private StoredDocument keep(Meeting meeting, String name, byte[] pdf) {
        String file = meeting.reference() + "-" + name + ".pdf";
        return documents.store(file, PDF, new ByteArrayInputStream(pdf), meeting.reference());
    }

    private SignedDocument seal(Meeting meeting, SignedDocument.Kind kind, StoredDocument kept, Signature signature) {
        return signed.seal(meeting.reference(), kind, kept, signature, clock.instant());
    }
}
