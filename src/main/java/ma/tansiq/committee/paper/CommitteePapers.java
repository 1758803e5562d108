package ma.tansiq.committee.paper;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.minutes.Minutes;
import ma.tansiq.committee.paper.AgendaPackDocument.Enclosed;
import ma.tansiq.committee.paper.PaperName.Kind;
import ma.tansiq.committee.paper.PaperName.Language;
import ma.tansiq.committee.paper.PaperName.Stage;
import ma.tansiq.committee.progress.ProgressSummary;
import ma.tansiq.document.Documents;
import ma.tansiq.document.PdfBinder;
import ma.tansiq.document.StoredDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes and keeps the papers of a meeting. Each is rendered in French, the working language, and in Arabic, in English
 * where somebody convoked reads it; the French one is what is signed and sealed.
 */
@Component
public class CommitteePapers {

    private static final String PDF = "application/pdf";

    private final PaperContents contents;
    private final CommitteeDocuments renderings;
    private final Documents documents;
    private final SignedDocuments signed;
    private final MatterPapers matterPapers;
    private final PdfBinder binder;
    private final PaperReaders readers;
    private final Clock clock;

    CommitteePapers(
            PaperContents contents,
            CommitteeDocuments renderings,
            Documents documents,
            SignedDocuments signed,
            MatterPapers matterPapers,
            PdfBinder binder,
            PaperReaders readers,
            Clock clock) {
        this.contents = contents;
        this.renderings = renderings;
        this.documents = documents;
        this.signed = signed;
        this.matterPapers = matterPapers;
        this.binder = binder;
        this.readers = readers;
        this.clock = clock;
    }

    public PaperEditions agendaPack(Meeting meeting) {
        AgendaPackDocument pack = contents.agendaPack(meeting);
        matterPapers.pack(
                pack.items().stream()
                        .flatMap(each -> each.papers().stream())
                        .map(Enclosed::document)
                        .toList(),
                clock.instant());
        return editions(keepAll(
                meeting, PaperName.of(Kind.AGENDA_PACK, 1), language -> bound(pack.in(language), language.locale())));
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

    /** A paper that has just been sealed, with its renderings in other languages. */
    public record Sealed(SignedDocument document, PaperEditions editions) {}

    public Sealed sealDecisionRecord(Meeting meeting, Signature signature) {
        DecisionRecordDocument record = contents.decisionRecord(meeting, signature);
        PaperName name = PaperName.of(Kind.DECISION_RECORD, record.version());
        Map<Language, StoredDocument> kept =
                keepAll(meeting, name, language -> renderings.render(record, language.locale()));
        SignedDocument sealed = signed.seal(
                meeting.reference(),
                SignedDocument.Kind.DECISION_RECORD,
                french(kept),
                signature,
                null,
                clock.instant());
        return new Sealed(sealed, editions(kept));
    }

    /** The minutes as they are put up for review, then for signature, also on paper. */
    public PaperEditions draftMinutes(Meeting meeting, Minutes minutes) {
        MinutesDocument draft = contents.minutes(meeting, minutes, null);
        PaperName name = PaperName.of(Kind.MINUTES, draft.version())
                .in(minutes.isInReview() ? Stage.DRAFT : Stage.TO_SIGN, minutes.edition());
        PaperEditions drafts =
                editions(keepAll(meeting, name, language -> renderings.render(draft, language.locale())));
        minutes.drafted(drafts.french());
        return drafts;
    }

    public SignedDocument sealMinutes(Meeting meeting, Minutes minutes, Signature signature) {
        MinutesDocument document = contents.minutes(meeting, minutes, signature);
        PaperName name = PaperName.of(Kind.MINUTES, document.version());
        StoredDocument kept =
                french(keepAll(meeting, name, language -> renderings.render(document, language.locale())));
        MinutesDocument.Earlier earlier = document.earlier();
        String motive = earlier == null ? null : earlier.motive();
        return signed.seal(meeting.reference(), SignedDocument.Kind.MINUTES, kept, signature, motive, clock.instant());
    }

    public SignedDocument latestMinutes(String meeting) {
        return signed.latest(meeting, SignedDocument.Kind.MINUTES).orElseThrow();
    }

    /** What the programmes reported of a quarter, and what the secretariat says of it. */
    public PaperEditions progressSummary(Meeting meeting, ProgressSummary summary, String text) {
        PaperName name = PaperName.of(Kind.PROGRESS_SUMMARY, 1);
        var document = new ProgressSummaryDocument(contents.headingOf(meeting), summary, text);
        return editions(keepAll(meeting, name, language -> renderings.render(document, language.locale())));
    }

    public SignedDocument latestDecisions(String meeting) {
        return signed.latest(meeting, SignedDocument.Kind.DECISION_RECORD).orElseThrow();
    }

    /** A paper that was sealed earlier, with its renderings in other languages. */
    public PaperEditions editions(String meeting, SignedDocument sealed) {
        List<StoredDocument> stored = documents.of(meeting);
        StoredDocument french = stored.stream()
                .filter(each -> each.id().equals(sealed.document()))
                .findFirst()
                .orElseThrow();
        Map<Language, StoredDocument> found = new EnumMap<>(Language.class);
        found.put(Language.FRENCH, french);
        found.putAll(PaperName.renderings(meeting, french, stored));
        return editions(found);
    }

    private Map<Language, StoredDocument> keepAll(
            Meeting meeting, PaperName name, Function<Language, byte[]> rendering) {
        Map<Language, StoredDocument> kept = new EnumMap<>(Language.class);
        for (Language each : readers.languages(meeting)) {
            kept.put(each, keep(meeting, name.in(each), rendering.apply(each)));
        }
        return kept;
    }

    private static PaperEditions editions(Map<Language, StoredDocument> kept) {
        return new PaperEditions(french(kept).id(), id(kept, Language.ARABIC), id(kept, Language.ENGLISH));
    }

    private static StoredDocument french(Map<Language, StoredDocument> kept) {
        return Objects.requireNonNull(kept.get(Language.FRENCH));
    }

    private static @Nullable UUID id(Map<Language, StoredDocument> kept, Language language) {
        StoredDocument found = kept.get(language);
        return found == null ? null : found.id();
    }

    private StoredDocument keep(Meeting meeting, PaperName name, byte[] pdf) {
        return documents.store(name.file(meeting.reference()), PDF, new ByteArrayInputStream(pdf), meeting.reference());
    }
}
