package ma.tansiq.committee.paper;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.minutes.Minutes;
import ma.tansiq.committee.paper.AgendaPackDocument.Enclosed;
import ma.tansiq.committee.paper.PaperName.Kind;
import ma.tansiq.committee.paper.PaperName.Stage;
import ma.tansiq.committee.progress.ProgressSummary;
import ma.tansiq.document.Documents;
import ma.tansiq.document.PdfBinder;
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
    private final MatterPapers matterPapers;
    private final PdfBinder binder;
    private final Clock clock;

    CommitteePapers(
            PaperContents contents,
            CommitteeDocuments renderings,
            Documents documents,
            SignedDocuments signed,
            MatterPapers matterPapers,
            PdfBinder binder,
            Clock clock) {
        this.contents = contents;
        this.renderings = renderings;
        this.documents = documents;
        this.signed = signed;
        this.matterPapers = matterPapers;
        this.binder = binder;
        this.clock = clock;
    }

    public UUID agendaPack(Meeting meeting) {
        AgendaPackDocument pack = contents.agendaPack(meeting);
        matterPapers.pack(
                pack.items().stream()
                        .flatMap(each -> each.papers().stream())
                        .map(Enclosed::document)
                        .toList(),
                clock.instant());
        PaperName name = PaperName.of(Kind.AGENDA_PACK, 1);
        keep(meeting, name.inArabic(), bound(pack, ARABIC));
        return keep(meeting, name, bound(pack, Locale.FRENCH)).id();
    }

    /** The pack with its files behind it; it says on which page each begins, hence the second and third look. */
    private byte[] bound(AgendaPackDocument pack, Locale language) {
        byte[] front = renderings.render(pack, language);
        List<Enclosed> files = pack.bound();
        if (files.isEmpty()) {
            return front;
        }
        for (int look = 0; look < 2; look++) {
            front = renderings.render(pack.behind(binder.pagesOf(front)), language);
        }
        List<PdfBinder.Part> parts = files.stream()
                .map(each -> new PdfBinder.Part(each.name(), each.document()))
                .toList();
        return binder.bind(front, parts, clock.instant());
    }

    /** The record that is put up for signature. */
    public void draftDecisionRecord(Meeting meeting) {
        DecisionRecordDocument draft = contents.decisionRecord(meeting, null);
        PaperName name = PaperName.of(Kind.DECISION_RECORD, draft.version()).in(Stage.DRAFT, 0);
        keep(meeting, name, renderings.render(draft, Locale.FRENCH));
    }

    public SignedDocument sealDecisionRecord(Meeting meeting, Signature signature) {
        DecisionRecordDocument record = contents.decisionRecord(meeting, signature);
        PaperName name = PaperName.of(Kind.DECISION_RECORD, record.version());
        keep(meeting, name.inArabic(), renderings.render(record, ARABIC));
        StoredDocument kept = keep(meeting, name, renderings.render(record, Locale.FRENCH));
        return signed.seal(
                meeting.reference(), SignedDocument.Kind.DECISION_RECORD, kept, signature, null, clock.instant());
    }

    /** The minutes as they are put up for review, then for signature, also on paper. */
    public void draftMinutes(Meeting meeting, Minutes minutes) {
        MinutesDocument draft = contents.minutes(meeting, minutes, null);
        PaperName name = PaperName.of(Kind.MINUTES, draft.version())
                .in(minutes.isInReview() ? Stage.DRAFT : Stage.TO_SIGN, minutes.edition());
        minutes.drafted(
                keep(meeting, name, renderings.render(draft, Locale.FRENCH)).id());
    }

    public SignedDocument sealMinutes(Meeting meeting, Minutes minutes, Signature signature) {
        MinutesDocument document = contents.minutes(meeting, minutes, signature);
        PaperName name = PaperName.of(Kind.MINUTES, document.version());
        keep(meeting, name.inArabic(), renderings.render(document, ARABIC));
        StoredDocument kept = keep(meeting, name, renderings.render(document, Locale.FRENCH));
        MinutesDocument.Earlier earlier = document.earlier();
        String motive = earlier == null ? null : earlier.motive();
        return signed.seal(meeting.reference(), SignedDocument.Kind.MINUTES, kept, signature, motive, clock.instant());
    }

    public SignedDocument latestMinutes(String meeting) {
        return signed.latest(meeting, SignedDocument.Kind.MINUTES).orElseThrow();
    }

    /** What the programmes reported of a quarter, and what the secretariat says of it. */
    public void progressSummary(Meeting meeting, ProgressSummary summary, String text) {
        PaperName name = PaperName.of(Kind.PROGRESS_SUMMARY, 1);
        var document = new ProgressSummaryDocument(contents.headingOf(meeting), summary, text);
        keep(meeting, name.inArabic(), renderings.render(document, ARABIC));
        keep(meeting, name, renderings.render(document, Locale.FRENCH));
    }

    public SignedDocument latestDecisions(String meeting) {
        return signed.latest(meeting, SignedDocument.Kind.DECISION_RECORD).orElseThrow();
    }

    private StoredDocument keep(Meeting meeting, PaperName name, byte[] pdf) {
        return documents.store(name.file(meeting.reference()), PDF, new ByteArrayInputStream(pdf), meeting.reference());
    }
}
