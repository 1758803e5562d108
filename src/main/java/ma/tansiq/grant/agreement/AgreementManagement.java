package ma.tansiq.grant.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ma.tansiq.grant.envelope.Envelopes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agreement from the award to both signatures, its suspension and its end (rules E6, E7). */
@Component
@Transactional
public class AgreementManagement {

    private static final int LONGEST_MOTIVE = 2_000;
    private static final int LONGEST_NAME = 200;

    private final Agreements agreements;
    private final AgreementRules rules;
    private final AgreementDocuments documents;
    private final Envelopes envelopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementManagement(
            Agreements agreements,
            AgreementRules rules,
            AgreementDocuments documents,
            Envelopes envelopes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agreements = agreements;
        this.rules = rules;
        this.documents = documents;
        this.envelopes = envelopes;
        this.events = events;
        this.clock = clock;
    }

    /** The process begins. */
    record Begun(String agreement) {}

    /** The association's signature has arrived. */
    record SignedByAssociation(String agreement) {}

    /** Nothing is paid from now on. */
    record Halted(String agreement) {}

    /** Payments go on. */
    record GoneOn(String agreement) {}

    /** The process ends before its time. */
    record CalledOff(String agreement) {}

    /**
     * An award that the association accepted becomes an agreement or a decision, by its amount.
     *
     * @return its reference
     * @throws AgreementRefusal when the application has one already
     */
    public String conclude(Award award) {
        agreements.takeTurn(award.application());
        agreements.findByApplication(award.application()).ifPresent(known -> {
            throw AgreementRefusal.because("concluded", award.application(), known.reference());
        });
        AgreementForm form = rules.form(award.amount());
        List<Integer> shares = award.shares().isEmpty() ? rules.shares(award.amount()) : award.shares();
        int year = LocalDate.now(clock).getYear();
        agreements.takeTurn("grant_agreement %s %d".formatted(form, year));
        Agreement agreement = agreements.save(
                Agreement.of(award, form, year, agreements.nextNumber(form.name(), year), shares, clock.instant()));
        events.publishEvent(new Begun(agreement.reference()));
        return agreement.reference();
    }

    void prepare(String reference, Terms terms, String by) {
        Agreement agreement = agreements.required(reference);
        terms.check(agreement, LocalDate.now(clock));
        agreement.prepare(terms, by, clock.instant());
        agreement.write(documents.french(agreement), documents.arabic(agreement));
        agreements.save(agreement);
    }

    void announceAgreement(String reference) {
        events.publishEvent(new AgreementEvents.Sent(agreements.required(reference)));
    }

    void remindOfSignature(String reference) {
        events.publishEvent(new AgreementEvents.SignatureAwaited(agreements.required(reference)));
    }

    /**
     * The association's signature: a person with a mandate hands in the signed original, or an officer the one that came on
     * paper.
     *
     * @param signatory who signed it, by name
     * @param document scan of the signed original, stored already
     */
    public void signForAssociation(String reference, String signatory, UUID document) {
        Agreement agreement = agreements.toChange(reference);
        if (signatory.isBlank() || signatory.length() > LONGEST_NAME) {
            throw AgreementRefusal.because("signatory", LONGEST_NAME);
        }
        agreement.signForAssociation(signatory.strip(), document, clock.instant());
        agreements.save(agreement);
        events.publishEvent(new SignedByAssociation(reference));
    }

    void sign(String reference, String by) {
        Agreement agreement = agreements.required(reference);
        agreement.sign(by, clock.instant());
        agreements.save(agreement);
    }

    void sendBack(String reference, String motive) {
        Agreement agreement = agreements.required(reference);
        agreement.sendBack(motive);
        agreements.save(agreement);
    }

    void announceSignature(String reference) {
        events.publishEvent(new AgreementEvents.Signed(agreements.required(reference)));
    }

    /** Nothing is paid until it is resumed; reports may come. */
    public void suspend(String reference, String motive) {
        Agreement agreement = agreements.toChange(reference);
        String why = required(motive);
        agreement.suspend(why);
        agreements.save(agreement);
        events.publishEvent(new Halted(reference));
        events.publishEvent(new AgreementEvents.Suspended(agreement, why));
    }

    public void resume(String reference) {
        Agreement agreement = agreements.toChange(reference);
        agreement.resume();
        agreements.save(agreement);
        events.publishEvent(new GoneOn(reference));
        events.publishEvent(new AgreementEvents.Resumed(agreement));
    }

    /** Ends the grant before its time: what was not paid returns to the envelope. */
    public void terminate(String reference, String motive, String by) {
        Agreement agreement = agreements.toChange(reference);
        agreement.terminate(required(motive), by, clock.instant());
        agreements.save(agreement);
        events.publishEvent(new CalledOff(reference));
    }

    void announceTermination(String reference) {
        Agreement agreement = agreements.required(reference);
        envelopes.release(
                agreement.call(),
                agreement.application(),
                "%s : résiliation".formatted(reference),
                agreement.endedBy().orElseThrow());
        events.publishEvent(
                new AgreementEvents.Terminated(agreement, agreement.motive().orElse("")));
    }

    void close(String reference, String remark, String by) {
        Agreement agreement = agreements.required(reference);
        agreement.close(remark, by, clock.instant());
        agreements.save(agreement);
    }

    void announceClosure(String reference) {
        events.publishEvent(new AgreementEvents.Closed(agreements.required(reference)));
    }

    private static String required(String motive) {
        if (motive.isBlank() || motive.length() > LONGEST_MOTIVE) {
            throw AgreementRefusal.because("motive", LONGEST_MOTIVE);
        }
        return motive.strip();
    }
}
