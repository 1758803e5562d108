package ma.tansiq.grant.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.tansiq.grant.envelope.Dirhams;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports on instalments: handed in, returned or accepted; the next instalment waits for them (rule E7). */
@Component
@Transactional
public class ReportManagement {

    private final Agreements agreements;
    private final GrantReports reports;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportManagement(Agreements agreements, GrantReports reports, ApplicationEventPublisher events, Clock clock) {
        this.agreements = agreements;
        this.reports = reports;
        this.events = events;
        this.clock = clock;
    }

    /** A report has arrived. */
    record Submitted(String agreement) {}

    /**
     * Hands in the report on the instalment that was paid last.
     *
     * @param narrative document, stored and found clean already
     * @param financial document, stored and found clean already
     * @param spent in all since the beginning of the project
     * @param by who hands it in
     */
    public void submit(String reference, UUID narrative, UUID financial, Dirhams spent, String by) {
        Agreement agreement = agreements.toChange(reference);
        agreement.requireInExecution();
        int number = agreement
                .lastPaid()
                .map(Instalment::number)
                .orElseThrow(() -> AgreementRefusal.because("nothingPaid", reference));
        Optional<GrantReport> earlier = reports.latest(reference, number);
        earlier.filter(GrantReport::waits).ifPresent(each -> {
            throw AgreementRefusal.because("reportWaits", number);
        });
        earlier.filter(GrantReport::isAccepted).ifPresent(each -> {
            throw AgreementRefusal.because("reportAccepted", number);
        });
        int round = earlier.map(GrantReport::round).orElse(0) + 1;
        reports.add(
                reference,
                new GrantReport(
                        number, round, narrative, financial, spent, by, clock.instant(), null, null, null, null));
        events.publishEvent(new Submitted(reference));
    }

    void accept(String reference, String remark, String by) {
        Agreement agreement = agreements.required(reference);
        review(agreement, GrantReport.Verdict.ACCEPTED, remark, by);
        agreement.acceptReport();
        agreements.save(agreement);
    }

    void sendBack(String reference, String motive, String by) {
        review(agreements.required(reference), GrantReport.Verdict.RETURNED, motive, by);
    }

    private void review(Agreement agreement, GrantReport.Verdict verdict, String motive, String by) {
        int number = agreement.lastPaid().orElseThrow().number();
        reports.review(agreement.reference(), number, verdict, motive, by, clock.instant());
    }

    /** The verdict on the report on the instalment that was paid last. */
    boolean isAccepted(String reference) {
        return latest(agreements.required(reference)).isAccepted();
    }

    GrantReport latest(Agreement agreement) {
        return reports.latest(
                        agreement.reference(),
                        agreement.lastPaid().orElseThrow().number())
                .orElseThrow();
    }

    void announceReview(String reference) {
        Agreement agreement = agreements.required(reference);
        events.publishEvent(new AgreementEvents.ReportReviewed(agreement, latest(agreement)));
    }

    /** The report is due in two weeks, or was due. */
    void remind(String reference) {
        Agreement agreement = agreements.required(reference);
        Instalment paid = agreement.lastPaid().orElseThrow();
        LocalDate due = Objects.requireNonNull(paid.reportDueOn());
        events.publishEvent(new AgreementEvents.ReportAwaited(
                agreement, paid.number(), due, LocalDate.now(clock).isAfter(due)));
    }
}
