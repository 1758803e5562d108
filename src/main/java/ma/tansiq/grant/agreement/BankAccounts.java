package ma.tansiq.grant.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where associations are paid (rule E7). One person records a change with the bank's certificate, another confirms it;
 * until then the earlier account counts. Every account stays on record.
 */
@Component
@Transactional
public class BankAccounts {

    private static final int LONGEST_HOLDER = 200;
    private static final int LONGEST_MOTIVE = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    BankAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Under which owner the certificates of an association's bank are stored. */
    public static String owner(String organisation) {
        return AgreementDocumentAccess.BANK + organisation;
    }

    /** The account that payments go to now. */
    @Transactional(readOnly = true)
    public Optional<BankDetails> current(String organisation) {
        return find("confirmed_at is not null", organisation);
    }

    /** What waits for a second person. */
    @Transactional(readOnly = true)
    public Optional<BankDetails> proposed(String organisation) {
        return find("confirmed_at is null and refused_at is null", organisation);
    }

    private Optional<BankDetails> find(String which, String organisation) {
        return jdbc.sql("select * from bank_details where organisation = :organisation and " + which
                        + " order by id desc limit 1")
                .param("organisation", organisation)
                .query((row, at) -> details(row))
                .optional();
    }

    /** @param proof document of the bank, stored already */
    public void propose(String organisation, String rib, String holder, UUID proof, String by) {
        Rib checked = Rib.of(rib);
        String name = holder.strip();
        if (name.isEmpty() || name.length() > LONGEST_HOLDER) {
            throw AgreementRefusal.because("holder", LONGEST_HOLDER);
        }
        takeTurn(organisation);
        if (proposed(organisation).isPresent()) {
            throw AgreementRefusal.because("bankProposed");
        }
        jdbc.sql("""
                insert into bank_details (organisation, rib, holder, proof, proposed_by, proposed_at)
                values (:organisation, :rib, :holder, :proof, :by, :at)""")
                .param("organisation", organisation)
                .param("rib", checked.digits())
                .param("holder", name)
                .param("proof", proof)
                .param("by", by)
                .param("at", now())
                .update();
    }

    /** Another person than the one who recorded it has compared it with the proof. */
    public void confirm(String organisation, String by) {
        BankDetails waiting = waiting(organisation);
        if (waiting.proposedBy().equals(by)) {
            throw AgreementRefusal.because("bankFourEyes");
        }
        jdbc.sql("update bank_details set confirmed_by = :by, confirmed_at = :at where id = :id")
                .param("by", by)
                .param("at", now())
                .param("id", waiting.id())
                .update();
    }

    /** It does not agree with the proof: the earlier account still counts. */
    public void refuse(String organisation, String motive, String by) {
        BankDetails waiting = waiting(organisation);
        if (motive.isBlank() || motive.length() > LONGEST_MOTIVE) {
            throw AgreementRefusal.because("motive", LONGEST_MOTIVE);
        }
        jdbc.sql("update bank_details set refused_by = :by, refused_at = :at, motive = :motive where id = :id")
                .param("by", by)
                .param("at", now())
                .param("motive", motive.strip())
                .param("id", waiting.id())
                .update();
    }

    private BankDetails waiting(String organisation) {
        takeTurn(organisation);
        return proposed(organisation).orElseThrow(() -> AgreementRefusal.because("bankNothingProposed"));
    }

    private void takeTurn(String organisation) {
        jdbc.sql("select take_turn(:turn)::text")
                .param("turn", "bank " + organisation)
                .query()
                .listOfRows();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static BankDetails details(ResultSet row) throws SQLException {
        return new BankDetails(
                row.getLong("id"),
                row.getString("organisation"),
                new Rib(row.getString("rib")),
                row.getString("holder"),
                row.getObject("proof", UUID.class),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant());
    }
}
