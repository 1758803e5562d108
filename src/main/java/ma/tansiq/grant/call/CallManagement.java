package ma.tansiq.grant.call;

import java.time.Clock;
import java.time.LocalDate;
import ma.tansiq.engine.Texts;
import ma.tansiq.grant.envelope.Envelopes;
import ma.tansiq.strategy.Programmes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A call from its beginning to the closing of its window (rule E1). */
@Component
@Transactional
public class CallManagement {

    private static final int LONGEST_TITLE = 200;

    private final Calls calls;
    private final Envelopes envelopes;
    private final Programmes programmes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallManagement(
            Calls calls, Envelopes envelopes, Programmes programmes, ApplicationEventPublisher events, Clock clock) {
        this.calls = calls;
        this.envelopes = envelopes;
        this.programmes = programmes;
        this.events = events;
        this.clock = clock;
    }

    /** The process begins. */
    record Begun(String call) {}

    /**
     * An officer begins a call, and drafts it as a task.
     *
     * @return its reference
     */
    public String begin(CallKind kind, String title, String by) {
        String clean = Texts.clean(title);
        if (clean.isEmpty() || clean.length() > LONGEST_TITLE) {
            throw CallRefusal.because("title", LONGEST_TITLE);
        }
        int year = LocalDate.now(clock).getYear();
        Call call = Call.begun(year, calls.nextNumber(year), kind, clean, by);
        calls.add(call);
        events.publishEvent(new Begun(call.reference()));
        return call.reference();
    }

    void draft(String reference, CallTerms terms, String by) {
        Call call = calls.toChange(reference);
        terms.check(clock.instant());
        terms.programmes().stream()
                .filter(each -> programmes.find(each).isEmpty())
                .findFirst()
                .ifPresent(each -> {
                    throw CallRefusal.because("programme", String.valueOf(each));
                });
        calls.save(call.draft(terms, by));
    }

    void sendBack(String reference, String motive) {
        calls.save(calls.toChange(reference).sendBack(motive));
    }

    /** Approved: everybody may read it, and its envelope is in the ledger. */
    void approve(String reference, String by) {
        Call approved = calls.toChange(reference).approve(by, clock.instant());
        calls.save(approved);
        envelopes.open(reference, approved.terms().envelope(), "%s : publication".formatted(reference), by);
    }

    void announcePublication(String reference) {
        events.publishEvent(new CallEvents.Published(calls.required(reference)));
    }

    void announceOpening(String reference) {
        events.publishEvent(new CallEvents.Opened(calls.required(reference)));
    }

    /** The window is over. */
    void close(String reference) {
        Call closed = calls.toChange(reference).close(clock.instant());
        calls.save(closed);
        events.publishEvent(new CallEvents.Closed(closed));
    }
}
