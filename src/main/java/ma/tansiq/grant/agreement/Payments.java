package ma.tansiq.grant.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of all payments; nothing is changed or deleted. */
@Component
public class Payments {

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The steps of one instalment, oldest first. */
    public PaymentChain of(String agreement, int instalment) {
        return new PaymentChain(jdbc.sql("""
                        select * from grant_payment_step
                        where agreement = :agreement and instalment = :instalment order by id""")
                .param("agreement", agreement)
                .param("instalment", instalment)
                .query((row, at) -> step(row))
                .list());
    }

    /** The steps of all instalments, oldest first. */
    public List<PaymentStep> of(String agreement) {
        return jdbc.sql("select * from grant_payment_step where agreement = :agreement order by id")
                .param("agreement", agreement)
                .query((row, at) -> step(row))
                .list();
    }

    void add(String agreement, PaymentStep step) {
        jdbc.sql("""
                insert into grant_payment_step
                    (agreement, instalment, step, done_on, reference, budget_year, remark, recorded_by, recorded_at)
                values (:agreement, :instalment, :step, :doneOn, :reference, :year, :remark, :by, :at)""")
                .param("agreement", agreement)
                .param("instalment", step.instalment())
                .param("step", step.kind().name())
                .param("doneOn", step.doneOn())
                .param("reference", step.reference())
                .param("year", step.budgetYear())
                .param("remark", step.remark())
                .param("by", step.recordedBy())
                .param("at", Timestamp.from(step.recordedAt()))
                .update();
    }

    private static PaymentStep step(ResultSet row) throws SQLException {
        return new PaymentStep(
                row.getInt("instalment"),
                PaymentStep.Kind.valueOf(row.getString("step")),
                row.getObject("done_on", LocalDate.class),
                row.getString("reference"),
                row.getInt("budget_year"),
                row.getString("remark"),
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
