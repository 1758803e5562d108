package ma.tansiq.grant.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.document.Documents;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.SeveralRefused;
import ma.tansiq.grant.call.Call;
import ma.tansiq.grant.call.Calls;
import ma.tansiq.grant.call.RequiredDocument;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An application from its first line to its submission (rules E1b, E2). Whether the person may act for the association is
 * for the caller to see to.
 */
@Component
@Transactional
public class ApplicationManagement {

    private static final int FIRST_ROUND = 1;

    private final Applications applications;
    private final AttachedDocuments attached;
    private final Documents documents;
    private final Calls calls;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApplicationManagement(
            Applications applications,
            AttachedDocuments attached,
            Documents documents,
            Calls calls,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.attached = attached;
        this.documents = documents;
        this.calls = calls;
        this.events = events;
        this.clock = clock;
    }

    /** The process begins. */
    record Arrived(String application) {}

    /**
     * Begins a draft, or finds the one that the association has under this call, in whatever state it is.
     *
     * @param organisation code of the association
     * @param by who acts for it
     */
    public Application begin(String call, String organisation, String by) {
        applications.takeTurn("%s %s".formatted(call, organisation));
        return applications.current(call, organisation).orElseGet(() -> {
            calls.required(call).requireOpen(clock.instant());
            return applications.save(Application.begun(call, organisation, false, by, clock.instant()));
        });
    }

    /** Saves a draft as far as it was typed; nothing has to be complete. */
    public void save(UUID id, ApplicationContent content) {
        Application draft = toWrite(id);
        content.check();
        draft.save(content, clock.instant());
        applications.save(draft);
    }

    /**
     * Puts a document where the checklist asks for it, in the place of an earlier one.
     *
     * @param code of the line in the checklist
     * @param document stored under {@link Application#documentOwner}, and found clean
     */
    public void attach(UUID id, String code, UUID document, String by) {
        Application draft = toWrite(id);
        requireLine(draft.call(), code);
        requireOwn(id, document);
        attached.put(id, code, FIRST_ROUND, document, by, clock.instant());
    }

    public void detach(UUID id, String code) {
        toWrite(id);
        attached.remove(id, code, FIRST_ROUND);
    }

    /** What is missing before it can be submitted; a sentence each, none when it is complete. */
    @Transactional(readOnly = true)
    public List<Refusal> missing(UUID id) {
        try {
            complain(applications.required(id)).refuse();
            return List.of();
        } catch (SeveralRefused several) {
            return new ArrayList<>(several.each());
        } catch (ApplicationRefusal one) {
            return List.of(one);
        }
    }

    /**
     * Submits a draft: from now on it has a number. What counts is when the request arrived, not how long it waited in line.
     * Submitted twice, or from two windows at once, it is one, with the first receipt.
     *
     * @param by who acts for the association
     * @throws Refusal when the window is over, or with a sentence for all that is missing
     */
    public Receipt submit(UUID id, String by) {
        Instant arrived = clock.instant();
        Application application = applications.toChange(id);
        if (application.isDraft()) {
            calls.required(application.call()).requireOpen(arrived);
            complain(application).refuse();
            applications.takeTurn("grant_application " + application.call());
            application.submit(applications.nextNumber(application.call()), by, arrived);
            application = applications.save(application);
            events.publishEvent(new Arrived(application.reference().orElseThrow()));
            events.publishEvent(new FileEvents.Submitted(application, receipt(application)));
        }
        return receipt(application);
    }

    @Transactional(readOnly = true)
    public Receipt receipt(String reference) {
        return receipt(applications.required(reference));
    }

    private Receipt receipt(Application application) {
        Instant at = application
                .submittedAt()
                .orElseThrow(
                        () -> ApplicationRefusal.because("wrongState." + application.status(), application.call()));
        return new Receipt(
                application.reference().orElseThrow(),
                at,
                attached.all(application.id()).stream()
                        .filter(each -> each.round() == FIRST_ROUND)
                        .toList());
    }

    private Problems complain(Application application) {
        Problems problems = new Problems();
        Call call = calls.required(application.call());
        application.content().complain(problems, call.terms());
        Set<String> there = attached.current(application.id()).stream()
                .map(AttachedDocument::code)
                .collect(Collectors.toSet());
        call.terms().documents().stream()
                .filter(each -> each.required() && !there.contains(each.code()))
                .forEach(each -> problems.add(ApplicationRefusal.because(
                        "missing.document", "%s – %s".formatted(each.labelFr(), each.labelAr()))));
        return problems;
    }

    private Application toWrite(UUID id) {
        Application draft = applications.toChange(id);
        draft.requireDraft();
        calls.required(draft.call()).requireOpen(clock.instant());
        return draft;
    }

    private void requireLine(String call, String code) {
        if (calls.required(call).terms().documents().stream()
                .map(RequiredDocument::code)
                .noneMatch(code::equals)) {
            throw ApplicationRefusal.because("noSuchDocument", code);
        }
    }

    private void requireOwn(UUID id, UUID document) {
        boolean foreign = documents
                .find(document)
                .filter(each -> each.owner().equals(Application.documentOwner(id)))
                .isEmpty();
        if (foreign) {
            throw ApplicationRefusal.because("foreignDocument");
        }
    }
}
