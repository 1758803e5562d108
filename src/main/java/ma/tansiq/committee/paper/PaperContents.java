package ma.tansiq.committee.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.briefing.Briefing;
import ma.tansiq.committee.briefing.Briefings;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.ConveningDecision;
import ma.tansiq.committee.meeting.ConveningDecisions;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.minutes.Minutes;
import ma.tansiq.committee.minutes.MinutesRegister;
import ma.tansiq.committee.minutes.Review;
import ma.tansiq.committee.minutes.Reviews;
import ma.tansiq.committee.session.Decision;
import ma.tansiq.committee.session.Decisions;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what each paper of a meeting says, from what is recorded now. */
@Component
class PaperContents {

    private final Meetings meetings;
    private final Bodies bodies;
    private final Agendas agendas;
    private final AttendanceSheets sheets;
    private final Decisions decisions;
    private final Actions actions;
    private final MinutesRegister register;
    private final Reviews reviews;
    private final SignedDocuments signed;
    private final MeetingFacts facts;
    private final Enclosures enclosures;
    private final ItemSources sources;
    private final ConveningDecisions decisionsToMeet;
    private final Briefings briefings;
    private final ConductLines conducts;
    private final SittingLines sittings;
    private final Documents documents;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    PaperContents(
            Meetings meetings,
            Bodies bodies,
            Agendas agendas,
            AttendanceSheets sheets,
            Decisions decisions,
            Actions actions,
            MinutesRegister register,
            Reviews reviews,
            SignedDocuments signed,
            MeetingFacts facts,
            Enclosures enclosures,
            ItemSources sources,
            ConveningDecisions decisionsToMeet,
            Briefings briefings,
            ConductLines conducts,
            SittingLines sittings,
            Documents documents,
            Clock clock) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.agendas = agendas;
        this.sheets = sheets;
        this.decisions = decisions;
        this.actions = actions;
        this.register = register;
        this.reviews = reviews;
        this.signed = signed;
        this.facts = facts;
        this.enclosures = enclosures;
        this.sources = sources;
        this.decisionsToMeet = decisionsToMeet;
        this.briefings = briefings;
        this.conducts = conducts;
        this.sittings = sittings;
        this.documents = documents;
        this.clock = clock;
    }

    AgendaPackDocument agendaPack(Meeting meeting) {
        Optional<Meeting> previous = meetings.previousOf(meeting.body(), meeting.reference());
        List<AgendaItem> items = agendas.of(meeting.reference());
        List<AgendaItem> open = open(items);
        Enclosures.Chosen files = enclosures.of(
                open, summariesOf(meeting), previous.map(this::minutesOf).orElse(Map.of()));
        Map<String, List<OpinionLine>> opinions = sources.opinions(open);
        return new AgendaPackDocument(
                headingOf(meeting),
                items.stream()
                        .map(each -> packItem(meeting, each, files, opinions.getOrDefault(each.matter(), List.of())))
                        .toList(),
                previous.map(each -> previousMinutes(each, files)).orElse(null),
                previous.map(each -> actionLines(each, actions.findByMeetingOrderByReference(each.reference())))
                        .orElse(List.of()),
                0,
                !clock.instant().isBefore(meeting.startsAt()),
                sources.toRatify(meeting),
                supplement(meeting.reference(), open, files));
    }

    /** A secret matter's briefing is in no paper that everybody convoked receives (rule B8). */
    private AgendaPackDocument.Supplement supplement(String meeting, List<AgendaItem> open, Enclosures.Chosen files) {
        Set<String> shown = open.stream().map(AgendaItem::matter).collect(Collectors.toSet());
        return new AgendaPackDocument.Supplement(
                decisionsToMeet.of(meeting).map(ConveningDecision::toString).orElse(null),
                briefings.of(meeting).stream()
                        .filter(each -> shown.contains(each.matter()))
                        .collect(Collectors.toMap(Briefing::matter, Briefing::text)),
                files.summary(),
                files.translated());
    }

    /** What was filed last, in each language, of the quarter that this meeting reviews. */
    private Map<PaperName.Language, UUID> summariesOf(Meeting meeting) {
        Map<PaperName.Language, UUID> filed = new EnumMap<>(PaperName.Language.class);
        if (facts.body(meeting.reference()).process() == MeetingProcess.STEERING_REVIEW) {
            documents
                    .of(meeting.reference())
                    .forEach(each -> PaperName.read(meeting.reference(), each.name())
                            .filter(name -> name.kind() == PaperName.Kind.PROGRESS_SUMMARY)
                            .ifPresent(name -> filed.put(name.language(), each.id())));
        }
        return filed;
    }

    DecisionRecordDocument decisionRecord(Meeting meeting, @Nullable Signature signature) {
        String presiding = meeting.presidedBy().orElseThrow();
        List<Action> started = actions.findByMeetingOrderByReference(meeting.reference());
        facts.namesOf(Stream.concat(Stream.of(presiding), started.stream().map(Action::owner)));
        Optional<SignedDocument> earlier = signed.latest(meeting.reference(), SignedDocument.Kind.DECISION_RECORD);
        Map<Integer, ConductLine> conduct = conducts.of(meeting.reference());
        return new DecisionRecordDocument(
                headingOf(meeting),
                earlier.map(SignedDocument::version).orElse(0) + 1,
                earlier.map(SignedDocument::sha256).orElse(null),
                sittings.of(meeting.reference()),
                count(sheets.of(meeting.reference())),
                quorum(meeting),
                facts.nameOf(presiding),
                facts.presidingOffice(meeting, presiding),
                agendas.of(meeting.reference()).stream()
                        .map(each -> new DecisionRecordDocument.Item(
                                each.position(),
                                each.matter(),
                                shown(each),
                                outcome(each),
                                conduct.get(each.position()),
                                decided(meeting, each)))
                        .toList(),
                actionLines(meeting, started),
                signature(meeting, signature));
    }

    MinutesDocument minutes(Meeting meeting, Minutes minutes, @Nullable Signature signature) {
        String presiding = meeting.presidedBy().orElseThrow();
        List<Action> started = actions.findByMeetingOrderByReference(meeting.reference());
        facts.namesOf(Stream.concat(Stream.of(presiding), started.stream().map(Action::owner)));
        Optional<SignedDocument> earlier = signed.latest(meeting.reference(), SignedDocument.Kind.MINUTES);
        List<Review> given = minutes.isInReview() ? List.of() : reviews.of(meeting.reference(), minutes.edition());
        facts.namesOf(given.stream().map(Review::account));
        List<AgendaItem> items = agendas.of(meeting.reference());
        Map<String, List<OpinionLine>> opinions = sources.opinions(open(items));
        Map<Integer, ConductLine> conduct = conducts.of(meeting.reference());
        return new MinutesDocument(
                headingOf(meeting),
                earlier.map(SignedDocument::version).orElse(0) + 1,
                earlier.map(each -> new MinutesDocument.Earlier(
                                each.version(),
                                each.sha256(),
                                minutes.correctionMotive().orElseThrow()))
                        .orElse(null),
                sittings.of(meeting.reference()),
                sheets.of(meeting.reference()).stream().map(sittings::attendee).toList(),
                quorum(meeting),
                facts.nameOf(presiding),
                facts.presidingOffice(meeting, presiding),
                minutes.introduction(),
                items.stream()
                        .map(each -> minutesItem(
                                meeting,
                                each,
                                conduct.get(each.position()),
                                opinions.getOrDefault(each.matter(), List.of())))
                        .toList(),
                approvals(given, minutes.approvedIn().isPresent()),
                minutes.approvedIn().orElse(null),
                reservations(given),
                actionLines(meeting, started),
                minutes.closing(),
                signature(meeting, signature),
                sources.ratified(meeting));
    }

    MeetingHeading headingOf(Meeting meeting) {
        Body body = bodies.find(meeting.body()).orElseThrow();
        return new MeetingHeading(
                meeting.reference(),
                body.nameFr(),
                body.nameAr(),
                meeting.isPlanned() ? meeting.startsAt() : null,
                meeting.isPlanned() ? meeting.endsAt() : null,
                meeting.isPlanned() ? meeting.place() : null,
                meeting.isPlanned() ? meeting.link().orElse(null) : null,
                meeting.session(),
                meeting.session() == 1 || facts.quorumNeeded(meeting));
    }

    private AgendaPackDocument.Item packItem(
            Meeting meeting, AgendaItem item, Enclosures.Chosen files, List<OpinionLine> opinions) {
        String proposer = item.isSecret() ? null : item.proposedBy();
        return new AgendaPackDocument.Item(
                item.position(),
                item.matter(),
                shown(item),
                item.isSecret() ? "" : item.text(),
                proposer == null ? null : facts.nameOf(proposer),
                proposer == null
                        ? null
                        : sheets.of(meeting.reference(), proposer)
                                .map(Attendance::organisation)
                                .orElse(null),
                files.byMatter().getOrDefault(item.matter(), List.of()),
                opinions);
    }

    /** The minutes as they stand, in each language that they were made in: sealed, else the latest draft. */
    private Map<PaperName.Language, UUID> minutesOf(Meeting previous) {
        Map<PaperName.Language, UUID> editions = new EnumMap<>(PaperName.Language.class);
        frenchMinutesOf(previous).ifPresent(french -> {
            List<StoredDocument> stored = documents.of(previous.reference());
            editions.put(PaperName.Language.FRENCH, french);
            stored.stream()
                    .filter(each -> each.id().equals(french))
                    .findFirst()
                    .ifPresent(each -> PaperName.renderings(previous.reference(), each, stored)
                            .forEach((language, rendering) -> editions.put(language, rendering.id())));
        });
        return editions;
    }

    private Optional<UUID> frenchMinutesOf(Meeting previous) {
        return signed.latest(previous.reference(), SignedDocument.Kind.MINUTES)
                .map(SignedDocument::document)
                .or(() -> register.findById(previous.reference()).flatMap(Minutes::draft));
    }

    private AgendaPackDocument.PreviousMinutes previousMinutes(Meeting previous, Enclosures.Chosen files) {
        return new AgendaPackDocument.PreviousMinutes(
                previous.reference(),
                LocalDate.ofInstant(previous.startsAt(), LegalTime.ZONE),
                signed.latest(previous.reference(), SignedDocument.Kind.MINUTES)
                        .map(SignedDocument::sha256)
                        .orElse(null),
                files.minutes(),
                files.translatedMinutes());
    }

    private List<ActionLine> actionLines(Meeting meeting, List<Action> started) {
        Set<String> secret = started.isEmpty() ? Set.of() : secretDecisions(meeting);
        return started.stream()
                .map(each -> new ActionLine(
                        each.reference(),
                        secret.contains(each.decision()) ? each.reference() : each.title(),
                        facts.nameOf(each.owner()),
                        each.organisation(),
                        each.dueOn(),
                        each.status().name(),
                        each.progress()))
                .toList();
    }

    /** References of what the meeting decided on secret matters. */
    private Set<String> secretDecisions(Meeting meeting) {
        Set<Integer> positions = agendas.of(meeting.reference()).stream()
                .filter(AgendaItem::isSecret)
                .map(AgendaItem::position)
                .collect(Collectors.toSet());
        return positions.isEmpty()
                ? Set.of()
                : decisions.of(meeting.reference()).stream()
                        .filter(each -> positions.contains(each.position()))
                        .map(Decision::reference)
                        .collect(Collectors.toSet());
    }

    /** Of a secret matter, papers that everybody convoked receives show the reference alone (rule B8). */
    private static String shown(AgendaItem item) {
        return item.isSecret() ? item.matter() : item.title();
    }

    private static List<AgendaItem> open(List<AgendaItem> items) {
        return items.stream().filter(each -> !each.isSecret()).toList();
    }

    private List<DecisionLine> decided(Meeting meeting, AgendaItem item) {
        if (item.isSecret()) {
            return List.of();
        }
        return decisions.of(meeting.reference()).stream()
                .filter(each -> each.position() == item.position())
                .map(each -> new DecisionLine(each.reference(), each.version(), each.text()))
                .toList();
    }

    private MinutesDocument.Item minutesItem(
            Meeting meeting, AgendaItem item, @Nullable ConductLine conduct, List<OpinionLine> opinions) {
        return new MinutesDocument.Item(
                item.position(),
                item.matter(),
                shown(item),
                item.isSecret() ? "" : item.discussion(),
                outcome(item),
                conduct,
                decided(meeting, item),
                opinions);
    }

    /** Nobody's silence approves what a session approved. */
    private List<MinutesDocument.Approval> approvals(List<Review> given, boolean inSession) {
        return given.stream()
                .filter(each -> !each.isReservation() && !(inSession && each.bySilence()))
                .map(each ->
                        new MinutesDocument.Approval(facts.nameOf(each.account()), each.reviewedAt(), each.bySilence()))
                .toList();
    }

    private List<MinutesDocument.Reservation> reservations(List<Review> given) {
        return given.stream()
                .flatMap(each -> Optional.ofNullable(each.reservation())
                        .map(text -> new MinutesDocument.Reservation(
                                facts.nameOf(each.account()), each.position(), text, each.accepted(), each.reply()))
                        .stream())
                .toList();
    }

    private @Nullable SignatureLine signature(Meeting meeting, @Nullable Signature signature) {
        if (signature == null) {
            return null;
        }
        Signature.PaperSignature paper = signature.paper();
        return new SignatureLine(
                facts.nameOf(signature.signatory()),
                facts.presidingOffice(meeting, signature.signatory()),
                signature.signedAt(),
                paper == null ? null : new SignatureLine.Paper(paper.signedOn(), paper.registryNumber()));
    }

    private static QuorumLine quorum(Meeting meeting) {
        Quorum quorum = meeting.quorum().orElseThrow();
        return new QuorumLine(quorum.voting(), quorum.required(), quorum.present());
    }

    private static String outcome(AgendaItem item) {
        return Optional.ofNullable(item.outcome()).map(Enum::name).orElse(ItemOutcome.NOTED.name());
    }

    private static DecisionRecordDocument.AttendanceCount count(List<Attendance> sheet) {
        return new DecisionRecordDocument.AttendanceCount(
                with(sheet, Presence.PRESENT),
                with(sheet, Presence.REPRESENTED),
                with(sheet, Presence.PROXY),
                with(sheet, Presence.EXCUSED),
                with(sheet, Presence.ABSENT));
    }

    private static int with(List<Attendance> sheet, Presence presence) {
        return (int) sheet.stream().filter(each -> each.presence() == presence).count();
    }
}
