package ma.tansiq.grant.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.tansiq.grant.envelope.Dirhams;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The agreement or decision on one grant (rules E6, E7), {@code CONV-2026-0001}, from the award to its closing. */
@Table("grant_agreement")
public class Agreement {

    public enum Status {
        /** The officer writes it. */
        PREPARING,
        /** The association has it to sign. */
        WITH_ASSOCIATION,
        /** The authorising officer has it to sign. */
        WITH_AUTHORITY,
        IN_EXECUTION,
        /** Nothing is paid until it is resumed; reports may come. */
        SUSPENDED,
        CLOSED,
        TERMINATED
    }

    @Id
    private final String reference;

    @Version
    private int version;

    private final AgreementForm form;
    private final int year;
    private final int number;
    private final String call;
    private final String application;
    private final String organisation;
    private final String title;
    private final BigDecimal amount;
    private final String verifiedBy;
    private final String awardedBy;
    private final Instant awardedAt;
    private Status status = Status.PREPARING;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private String conditions = "";
    private @Nullable String preparedBy;
    private @Nullable Instant preparedAt;
    private @Nullable String returnMotive;
    private @Nullable UUID textFr;
    private @Nullable UUID textAr;
    private @Nullable String associationSignatory;
    private @Nullable Instant associationSignedAt;
    private @Nullable UUID associationDocument;
    private @Nullable String signedBy;
    private @Nullable Instant signedAt;
    private @Nullable String motive;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;

    @MappedCollection(idColumn = "agreement", keyColumn = "position")
    private final List<Instalment> instalments;

    @PersistenceCreator
    @SuppressWarnings("TooManyParameters")
    Agreement(
            String reference,
            AgreementForm form,
            int year,
            int number,
            String call,
            String application,
            String organisation,
            String title,
            BigDecimal amount,
            String verifiedBy,
            String awardedBy,
            Instant awardedAt,
            List<Instalment> instalments) {
        this.reference = reference;
        this.form = form;
        this.year = year;
        this.number = number;
        this.call = call;
        this.application = application;
        this.organisation = organisation;
        this.title = title;
        this.amount = amount;
        this.verifiedBy = verifiedBy;
        this.awardedBy = awardedBy;
        this.awardedAt = awardedAt;
        this.instalments = instalments;
    }

    static Agreement of(Award award, AgreementForm form, int year, int number, List<Integer> shares, Instant at) {
        return new Agreement(
                form.reference(year, number),
                form,
                year,
                number,
                award.call(),
                award.application(),
                award.organisation(),
                award.title(),
                award.amount().amount(),
                award.verifiedBy(),
                award.awardedBy(),
                at,
                Instalment.plan(award.amount(), shares));
    }

    /** The officer has written it: the association has it to sign. */
    void prepare(Terms terms, String by, Instant at) {
        require(Status.PREPARING);
        startsOn = terms.startsOn();
        endsOn = terms.endsOn();
        conditions = terms.conditions();
        for (int i = 0; i < instalments.size(); i++) {
            instalments.get(i).expectReport(terms.reportsDueOn().get(i));
        }
        preparedBy = by;
        preparedAt = at;
        returnMotive = null;
        status = Status.WITH_ASSOCIATION;
    }

    /** The text that both sides sign, in French and in Arabic. */
    void write(UUID french, UUID arabic) {
        require(Status.WITH_ASSOCIATION);
        textFr = french;
        textAr = arabic;
    }

    /** @param document scan of the signed original */
    void signForAssociation(String signatory, UUID document, Instant at) {
        require(Status.WITH_ASSOCIATION);
        associationSignatory = signatory;
        associationDocument = document;
        associationSignedAt = at;
        status = Status.WITH_AUTHORITY;
    }

    /** Rule E6: whoever verified the file does not authorise it, nor does whoever wrote the agreement. */
    void requireOtherThanVerifier(String signatory) {
        if (signatory.equals(verifiedBy) || signatory.equals(preparedBy)) {
            throw AgreementRefusal.because("fourEyes", reference);
        }
    }

    void sign(String by, Instant at) {
        require(Status.WITH_AUTHORITY);
        requireOtherThanVerifier(by);
        signedBy = by;
        signedAt = at;
        status = Status.IN_EXECUTION;
        instalments.get(0).approve();
    }

    /** Not signed: it is written again, and both sign again. */
    void sendBack(String why) {
        require(Status.WITH_AUTHORITY);
        returnMotive = why;
        associationSignatory = null;
        associationSignedAt = null;
        associationDocument = null;
        status = Status.PREPARING;
    }

    /** The instalment that waits for its payment was paid. */
    Instalment pay() {
        require(Status.IN_EXECUTION);
        Instalment paid = due().orElseThrow(() -> AgreementRefusal.because("nothingDue", reference));
        paid.pay();
        return paid;
    }

    /** The report on the last instalment that was paid is accepted: the next one may be paid. */
    void acceptReport() {
        requireInExecution();
        instalments.stream()
                .filter(each -> each.status() == Instalment.Status.SCHEDULED)
                .findFirst()
                .ifPresent(Instalment::approve);
    }

    void suspend(String why) {
        require(Status.IN_EXECUTION);
        motive = why;
        status = Status.SUSPENDED;
    }

    void resume() {
        require(Status.SUSPENDED);
        motive = null;
        status = Status.IN_EXECUTION;
    }

    void terminate(String why, String by, Instant at) {
        requireOpen();
        instalments.stream().filter(each -> !each.isPaid()).forEach(Instalment::withhold);
        end(Status.TERMINATED, why, by, at);
    }

    void close(String remark, String by, Instant at) {
        requireInExecution();
        end(Status.CLOSED, remark, by, at);
    }

    private void end(Status how, String why, String by, Instant at) {
        motive = why;
        endedBy = by;
        endedAt = at;
        status = how;
    }

    /** Signed, and neither closed nor terminated. */
    void requireInExecution() {
        if (!isInExecution()) {
            throw AgreementRefusal.because("wrongState." + status, reference);
        }
    }

    void requireOpen() {
        if (isEnded()) {
            throw AgreementRefusal.because("wrongState." + status, reference);
        }
    }

    private void require(Status expected) {
        if (status != expected) {
            throw AgreementRefusal.because("wrongState." + status, reference);
        }
    }

    boolean isInExecution() {
        return status == Status.IN_EXECUTION || status == Status.SUSPENDED;
    }

    public boolean isSuspended() {
        return status == Status.SUSPENDED;
    }

    public boolean isEnded() {
        return status == Status.CLOSED || status == Status.TERMINATED;
    }

    boolean isSigned() {
        return signedAt != null;
    }

    /** The instalment that finance pays now. */
    public Optional<Instalment> due() {
        return instalments.stream()
                .filter(each -> each.status() == Instalment.Status.APPROVED)
                .findFirst();
    }

    /** The last instalment that was paid, on which the association reports. */
    public Optional<Instalment> lastPaid() {
        return instalments.stream().filter(Instalment::isPaid).reduce((earlier, later) -> later);
    }

    public String reference() {
        return reference;
    }

    public AgreementForm form() {
        return form;
    }

    public String call() {
        return call;
    }

    public String application() {
        return application;
    }

    /** Code of the association. */
    public String organisation() {
        return organisation;
    }

    public String title() {
        return title;
    }

    public Dirhams amount() {
        return new Dirhams(amount);
    }

    public Status status() {
        return status;
    }

    public List<Instalment> instalments() {
        return List.copyOf(instalments);
    }

    public Instant awardedAt() {
        return awardedAt;
    }

    public Optional<LocalDate> startsOn() {
        return Optional.ofNullable(startsOn);
    }

    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    public String conditions() {
        return conditions;
    }

    /** Why the authority did not sign, until the agreement is prepared again. */
    public Optional<String> returnMotive() {
        return Optional.ofNullable(returnMotive);
    }

    /** The text to sign in French, since it was prepared. */
    public Optional<UUID> textFr() {
        return Optional.ofNullable(textFr);
    }

    /** The text to sign in Arabic, since it was prepared. */
    public Optional<UUID> textAr() {
        return Optional.ofNullable(textAr);
    }

    public Optional<String> associationSignatory() {
        return Optional.ofNullable(associationSignatory);
    }

    public Optional<Instant> associationSignedAt() {
        return Optional.ofNullable(associationSignedAt);
    }

    public Optional<UUID> associationDocument() {
        return Optional.ofNullable(associationDocument);
    }

    public Optional<String> signedBy() {
        return Optional.ofNullable(signedBy);
    }

    public Optional<Instant> signedAt() {
        return Optional.ofNullable(signedAt);
    }

    /** Why it is suspended or was terminated, or what was remarked at its closing. */
    public Optional<String> motive() {
        return Optional.ofNullable(motive);
    }

    /** Account of who closed or terminated it. */
    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
