package ma.tansiq.committee.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.SessionHours;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.cadence.ReferralClosings;
import ma.tansiq.committee.meeting.SessionsOnHolidays;
import ma.tansiq.committee.paper.ConductLines;
import ma.tansiq.committee.paper.SittingLines;
import ma.tansiq.committee.progress.Consolidation;
import ma.tansiq.committee.progress.ProgressSummaries;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Everything about one meeting: agenda, attendance, decisions, actions, documents, what happened and what comes next. */
@Controller
class MeetingPage {

    private static final Set<String> DONE = Set.of("opened", "rescheduled", "cancelled", "signed", "correction");

    private final MeetingFiles files;
    private final MeetingTimeline timeline;
    private final Bodies bodies;
    private final Scopes scopes;
    private final Offered offered;
    private final MeetingDocuments documents;
    private final ItemPapers papers;
    private final Tasks tasks;
    private final TaskLines lines;
    private final Accounts accounts;
    private final SessionsOnHolidays holidays;
    private final SessionHours hours;
    private final ProgressSummaries summaries;
    private final Consolidation consolidation;
    private final ConductLines conducts;
    private final MeetingRulesTable rules;
    private final ReferralClosings closings;
    private final SittingLines sittings;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MeetingPage(
            MeetingFiles files,
            MeetingTimeline timeline,
            Bodies bodies,
            Scopes scopes,
            Offered offered,
            MeetingDocuments documents,
            ItemPapers papers,
            Tasks tasks,
            TaskLines lines,
            Accounts accounts,
            SessionsOnHolidays holidays,
            SessionHours hours,
            ProgressSummaries summaries,
            Consolidation consolidation,
            ConductLines conducts,
            MeetingRulesTable rules,
            ReferralClosings closings,
            SittingLines sittings,
            Clock clock) {
        this.files = files;
        this.timeline = timeline;
        this.bodies = bodies;
        this.scopes = scopes;
        this.offered = offered;
        this.documents = documents;
        this.papers = papers;
        this.tasks = tasks;
        this.lines = lines;
        this.accounts = accounts;
        this.holidays = holidays;
        this.hours = hours;
        this.summaries = summaries;
        this.consolidation = consolidation;
        this.conducts = conducts;
        this.rules = rules;
        this.closings = closings;
        this.sittings = sittings;
        this.clock = clock;
    }

    @GetMapping("/coordination/meetings/{reference}")
    String show(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String done,
            Principal reader,
            Model model,
            Locale locale) {
        model.addAttribute("done", DONE.contains(done) ? done : null);
        fill(reference, reader.getName(), model, locale);
        return "committee/meeting";
    }

    /** Puts on the model what the page shows; a meeting that is not there, or not the reader's to see, ends here. */
    private void fill(String reference, String reader, Model model, Locale locale) {
        MeetingFile.Head head =
                files.head(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Scope scope = scopes.of(reader);
        if (!scope.sees(head.body())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean secretaryOrChair = offered.secretaryOrChair(head.body(), reader);
        MeetingFile file = files.find(reference, scope, offered.secrets(head.body(), reader))
                .orElseThrow();
        model.addAttribute("head", head);
        model.addAttribute("file", file);
        Body body = bodies.find(head.body()).orElseThrow();
        model.addAttribute("body", body);
        model.addAttribute(
                "quorumNeeded", head.session() == 1 || rules.of(body.rules()).quorumNeeded(head.session()));
        model.addAttribute("names", names(file));
        boolean sat = head.isRecorded() || head.isSuspended();
        model.addAttribute("conducts", sat ? conducts.of(reference) : Map.of());
        model.addAttribute("sittings", head.sitting() > 1 ? sittings.of(reference) : List.of());
        Map<Boolean, List<MeetingDocuments.Line>> stored = documents.of(reference, scans(file), locale).stream()
                .collect(Collectors.partitioningBy(MeetingDocuments.Line::current));
        model.addAttribute("documents", stored.get(true));
        model.addAttribute("earlierDocuments", stored.get(false));
        model.addAttribute("tasks", lines.of(tasks.openFor(reference), reader, locale));
        model.addAttribute("past", timeline.past(reference, secretaryOrChair || scope.everything(), locale));
        model.addAttribute("ahead", timeline.ahead(head, locale));
        List<ItemPapers.Item> filed = papers.items(reference);
        Predicate<ItemPapers.Item> filing = each -> head.isAhead() && offered.filing(head, each, reader);
        model.addAttribute("papers", papers.of(visible(file)));
        model.addAttribute(
                "filing",
                filed.stream().filter(filing).map(ItemPapers.Item::matter).collect(Collectors.toSet()));
        model.addAttribute(
                "waiting",
                filed.stream()
                        .filter(each -> each.position() == null)
                        .filter(filing)
                        .toList());
        if (head.isAhead() && head.startsAt() != null && head.endsAt() != null) {
            Holiday holiday = holidays.at(head.startsAt()).orElse(null);
            if (holiday != null) {
                model.addAttribute("holiday", holiday);
                model.addAttribute(
                        "maintained",
                        holidays.maintained(reference, head.startsAt()).orElse(null));
            }
            model.addAttribute(
                    "hours", hours.breach(head.startsAt(), head.endsAt()).orElse(null));
        }
        if (head.isAhead()) {
            ReferralClosings.Closing closing = closings.of(body).orElse(null);
            model.addAttribute("closing", closing);
            model.addAttribute(
                    "tooLate",
                    closing != null
                            && head.startsAt() != null
                            && closing.isTooLate(LocalDate.ofInstant(head.startsAt(), LegalTime.ZONE)));
        }
        if (body.programme() == null) {
            model.addAttribute("progress", summaries.of(reference).orElse(null));
            model.addAttribute("consolidation", consolidation.of(reference).orElse(null));
        }
        model.addAttribute("mayCorrect", head.hasFinalMinutes() && offered.secretary(head.body(), reader));
        model.addAttribute("mayBallot", secretaryOrChair && head.isConvened() && !head.isBefore(clock.instant()));
        model.addAttribute("mayMove", secretaryOrChair && head.isConvened());
        model.addAttribute("mayRecordPaper", head.awaitsSignature() && offered.secretary(head.body(), reader));
        model.addAttribute("mayCancel", secretaryOrChair && head.isAhead());
    }

    private static List<String> visible(MeetingFile file) {
        return file.items().stream()
                .filter(item -> !item.hidden())
                .map(MeetingFile.Item::matter)
                .toList();
    }

    private static Set<UUID> scans(MeetingFile file) {
        return file.sealed().stream()
                .map(MeetingFile.Sealed::paperScan)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    private Map<String, String> names(MeetingFile file) {
        Stream<String> owners = file.actions().stream().map(ActionOverview::owner);
        Stream<String> standIns = file.attendance().stream().map(MeetingFile.Seat::alternate);
        Stream<String> proposers = file.items().stream().map(MeetingFile.Item::proposedBy);
        Stream<String> signatories = file.sealed().stream().map(MeetingFile.Sealed::signatory);
        return accounts.namesOf(Stream.of(
                        owners,
                        standIns,
                        proposers,
                        signatories,
                        Stream.ofNullable(file.head().presidedBy()))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
