package ma.tansiq.grant.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.tansiq.grant.envelope.Dirhams;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Table;

/** One part of a grant, paid by itself. */
@Table("grant_instalment")
public class Instalment {

    public enum Status {
        /** Its time has not come: the report on the one before is not accepted. */
        SCHEDULED,
        /** Finance may pay it. */
        APPROVED,
        PAID,
        /** It is not paid any more: the grant was terminated. */
        WITHHELD
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final int number;
    private final int share;
    private final BigDecimal amount;
    private Status status;
    private @Nullable LocalDate reportDueOn;

    @PersistenceCreator
    Instalment(int number, int share, BigDecimal amount, Status status, @Nullable LocalDate reportDueOn) {
        this.number = number;
        this.share = share;
        this.amount = amount;
        this.status = status;
        this.reportDueOn = reportDueOn;
    }

    /** The plan of an amount: each share down to the centime, and the last takes the rest. */
    static List<Instalment> plan(Dirhams total, List<Integer> shares) {
        if (shares.isEmpty() || shares.stream().mapToInt(each -> each).sum() != 100) {
            throw AgreementRefusal.because("shares");
        }
        List<Instalment> plan = new ArrayList<>();
        BigDecimal left = total.amount();
        for (int i = 0; i < shares.size(); i++) {
            BigDecimal part = i == shares.size() - 1
                    ? left
                    : total.amount().multiply(BigDecimal.valueOf(shares.get(i))).divide(HUNDRED, 2, RoundingMode.DOWN);
            left = left.subtract(part);
            plan.add(new Instalment(i + 1, shares.get(i), part, Status.SCHEDULED, null));
        }
        return plan;
    }

    void approve() {
        status = Status.APPROVED;
    }

    void pay() {
        status = Status.PAID;
    }

    void withhold() {
        status = Status.WITHHELD;
    }

    void expectReport(LocalDate dueOn) {
        reportDueOn = dueOn;
    }

    public int number() {
        return number;
    }

    /** In percent of the grant. */
    public int share() {
        return share;
    }

    public Dirhams amount() {
        return new Dirhams(amount);
    }

    public Status status() {
        return status;
    }

    public boolean isPaid() {
        return status == Status.PAID;
    }

    /** Last day for the report on how it was used; null until the agreement is prepared. */
    public @Nullable LocalDate reportDueOn() {
        return reportDueOn;
    }
}
