package ma.tansiq.grant.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.document.Documents;
import ma.tansiq.engine.DecisionTables;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Texts;
import ma.tansiq.grant.call.Calls;
import ma.tansiq.grant.envelope.Envelopes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A submitted file: verified document by document, completed once, admissible or not, withdrawn (rule E3). The closing of
 * the call does not touch any of it.
 */
@Component
@Transactional
public class FileManagement {

    static final int LONGEST_MOTIVE = 2_000;

    private final Applications applications;
    private final AttachedDocuments attached;
    private final Documents documents;
    private final Calls calls;
    private final CompletionDates dates;
    private final DecisionTables tables;
    private final Envelopes envelopes;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    FileManagement(
            Applications applications,
            AttachedDocuments attached,
            Documents documents,
            Calls calls,
            CompletionDates dates,
            DecisionTables tables,
            Envelopes envelopes,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.attached = attached;
        this.documents = documents;
        this.calls = calls;
        this.dates = dates;
        this.tables = tables;
        this.envelopes = envelopes;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** What was asked for has arrived. */
    record Completed(String application) {}

    /** The association wants no more of it. */
    record CalledOff(String application) {}

    /** A verdict on each document that has none yet; what follows is {@code Admissibility.dmn}'s. */
    void verify(String reference, List<FileVerdict> verdicts, String by) {
        Application file = applications.toChange(reference);
        List<AttachedDocument> open = pending(file);
        Problems problems = new Problems();
        open.forEach(each -> problems.check(() -> verdictOn(file, each, verdicts)));
        problems.refuse();
        open.forEach(each -> {
            FileVerdict verdict = verdictOn(file, each, verdicts);
            boolean returned = verdict.verdict() == AttachedDocument.Verdict.RETURNED;
            attached.judge(file.id(), each, verdict.verdict(), returned ? verdict.reason() : null);
        });
        List<AttachedDocument> returned = returned(file);
        switch (outcome(returned.size(), file.isCompleted() ? 2 : 1)) {
            case ADMISSIBLE -> file.accept(by, clock.instant());
            case COMPLETION_AWAITED -> file.askForCompletion(dates.dueOn(), by, clock.instant());
            default -> file.refuse(motive(file, returned), by, clock.instant());
        }
        applications.save(file);
    }

    private FileVerdict verdictOn(Application file, AttachedDocument document, List<FileVerdict> verdicts) {
        FileVerdict verdict = verdicts.stream()
                .filter(each -> each.code().equals(document.code()))
                .findFirst()
                .orElseThrow(() -> ApplicationRefusal.because("verdict", label(file, document)));
        if (verdict.verdict() == AttachedDocument.Verdict.RETURNED
                && verdict.reason().isEmpty()) {
            throw ApplicationRefusal.because("reason", label(file, document));
        }
        return verdict;
    }

    private Application.Status outcome(int returned, int round) {
        String outcome = DecisionTables.output(
                tables.evaluate("Admissibility", Map.of("returned", returned, "round", round))
                        .get(0),
                "outcome",
                String.class);
        return switch (outcome) {
            case "ADMISSIBLE" -> Application.Status.ADMISSIBLE;
            case "COMPLETION" -> Application.Status.COMPLETION_AWAITED;
            default -> Application.Status.INADMISSIBLE;
        };
    }

    private String motive(Application file, List<AttachedDocument> returned) {
        return returned.stream()
                .map(each -> "%s : %s".formatted(label(file, each), each.reason()))
                .collect(Collectors.joining(" ; "));
    }

    private String label(Application file, AttachedDocument document) {
        return calls.required(file.call()).terms().documents().stream()
                .filter(each -> each.code().equals(document.code()))
                .map(each -> "%s – %s".formatted(each.labelFr(), each.labelAr()))
                .findFirst()
                .orElse(document.code());
    }

    /** What the officer has to find, of the last round of each line. */
    List<AttachedDocument> pending(Application file) {
        return attached.current(file.id()).stream()
                .filter(each -> each.verdict() == null)
                .toList();
    }

    /** What the association is to replace, or did not replace well. */
    @Transactional(readOnly = true)
    public List<AttachedDocument> returned(Application file) {
        return attached.current(file.id()).stream()
                .filter(AttachedDocument::isReturned)
                .toList();
    }

    /**
     * Puts a document in the place of one that was returned; until all are, it may be put in anew.
     *
     * @param code of the line in the checklist
     * @param document stored under {@link Application#documentOwner}, and found clean
     */
    public void replace(String reference, String code, UUID document, String by) {
        Application file = toComplete(reference);
        if (returnedCodes(file).stream().noneMatch(code::equals)) {
            throw ApplicationRefusal.because("notReturned", code);
        }
        boolean foreign = documents
                .find(document)
                .filter(each -> each.owner().equals(Application.documentOwner(file.id())))
                .isEmpty();
        if (foreign) {
            throw ApplicationRefusal.because("foreignDocument");
        }
        attached.put(file.id(), code, 2, document, by, clock.instant());
    }

    /** All that was asked for is there: the officer verifies it. */
    public void complete(String reference, String by) {
        Application file = toComplete(reference);
        Problems problems = new Problems();
        returned(file).forEach(each -> problems.add(ApplicationRefusal.because("stillMissing", label(file, each))));
        problems.refuse();
        file.complete(by, clock.instant());
        applications.save(file);
        events.publishEvent(new Completed(reference));
    }

    private Set<String> returnedCodes(Application file) {
        return attached.all(file.id()).stream()
                .filter(AttachedDocument::isReturned)
                .map(AttachedDocument::code)
                .collect(Collectors.toSet());
    }

    private Application toComplete(String reference) {
        Instant now = clock.instant();
        Application file = applications.toChange(reference);
        file.require(Application.Status.COMPLETION_AWAITED);
        file.completionDueOn().filter(day -> !now.isBefore(dates.over(day))).ifPresent(day -> {
            throw ApplicationRefusal.because("completionLate", FormTexts.date(day));
        });
        return file;
    }

    /** The day has passed. */
    void giveUp(String reference) {
        Application file = applications.toChange(reference);
        file.refuse(
                messages.getMessage(
                        "application.motive.late",
                        new Object[] {FormTexts.date(file.completionDueOn().orElseThrow())},
                        Locale.FRENCH),
                file.verifiedBy().orElseThrow(),
                clock.instant());
        applications.save(file);
    }

    /** The association wants no more of it, at any stage; what was reserved for it returns to the envelope. */
    public void withdraw(String reference, String motive, String by) {
        Application file = applications.toChange(reference);
        String why = Texts.clean(motive);
        if (why.length() > LONGEST_MOTIVE) {
            throw ApplicationRefusal.because("motive", LONGEST_MOTIVE);
        }
        file.withdraw(why, clock.instant());
        applications.save(file);
        envelopes.release(file.call(), reference, "%s : retrait".formatted(reference), by);
        events.publishEvent(new CalledOff(reference));
    }

    void announceCompletion(String reference) {
        Application file = applications.required(reference);
        events.publishEvent(new FileEvents.CompletionAsked(file, returned(file)));
    }

    void remindOfCompletion(String reference) {
        events.publishEvent(new FileEvents.CompletionAwaited(applications.required(reference)));
    }

    void announceAdmissibility(String reference) {
        events.publishEvent(new FileEvents.Admissible(applications.required(reference)));
    }

    void announceInadmissibility(String reference) {
        events.publishEvent(new FileEvents.Inadmissible(applications.required(reference)));
    }

    void announceWithdrawal(String reference) {
        events.publishEvent(new FileEvents.Withdrawn(applications.required(reference)));
    }
}
