package ma.tansiq.grant.envelope;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledgers of all calls' envelopes. Each method books in the caller's transaction and holds the envelope until that ends,
 * so that two awards at once are one after the other and the second sees what the first left; what is not there is refused
 * ({@link EnvelopeRefusal}), by the database too. A cause is booked once. Nothing is changed or deleted afterwards.
 */
@Component
@Transactional
public class Envelopes {

    private static final String WHOLE = "";

    private final JdbcClient jdbc;
    private final Clock clock;

    Envelopes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The envelope of a call that is approved; once for each call. */
    public void open(String call, Dirhams voted, String cause, String by) {
        if (jdbc.sql("insert into envelope values (:call) on conflict do nothing")
                        .param("call", call)
                        .update()
                == 0) {
            throw EnvelopeRefusal.because("open", call);
        }
        write(call, WHOLE, BookingKind.VOTED, voted, cause, by);
    }

    /** An amendment of the call brings more. */
    public void raise(String call, Dirhams by, String cause, String account) {
        book(call, WHOLE, BookingKind.VOTED, by, cause, account);
    }

    /** An amendment of the call takes back what no file holds. */
    public void lower(String call, Dirhams by, String cause, String account) {
        book(call, WHOLE, BookingKind.WITHDRAWN, by, cause, account);
    }

    /** A file is recommended for an award. */
    public void reserve(String call, String file, Dirhams amount, String cause, String by) {
        book(call, file, BookingKind.RESERVED, amount, cause, by);
    }

    /** A file is awarded that amount, out of what is reserved for it; what was reserved beyond it becomes available. */
    public void commit(String call, String file, Dirhams amount, String cause, String by) {
        book(call, file, BookingKind.COMMITTED, amount, cause, by);
        Dirhams rest = position(call, file).reserved();
        if (!rest.isZero()) {
            write(call, file, BookingKind.RESERVATION_RELEASED, rest, cause, by);
        }
    }

    /** An instalment was paid, out of what is committed. */
    public void pay(String call, String file, Dirhams amount, String cause, String by) {
        book(call, file, BookingKind.PAID, amount, cause, by);
    }

    /** An amendment of an agreement lowers what is committed and not yet paid. */
    public void releaseCommitment(String call, String file, Dirhams amount, String cause, String by) {
        book(call, file, BookingKind.COMMITMENT_RELEASED, amount, cause, by);
    }

    /** All that is reserved for a file or committed to it and not paid becomes available; nothing, when it holds nothing. */
    public void release(String call, String file, String cause, String by) {
        hold(call);
        FilePosition held = position(call, file);
        if (!held.reserved().isZero()) {
            write(call, file, BookingKind.RESERVATION_RELEASED, held.reserved(), cause, by);
        }
        if (!held.committed().isZero()) {
            write(call, file, BookingKind.COMMITMENT_RELEASED, held.committed(), cause, by);
        }
    }

    /** The association paid money back. */
    public void repay(String call, String file, Dirhams amount, String cause, String by) {
        book(call, file, BookingKind.REPAID, amount, cause, by);
    }

    /** What an envelope holds now. */
    @Transactional(readOnly = true)
    public Position position(String call) {
        Map<EnvelopeAccount, Dirhams> sums = sums("""
                select account, sum(abs(balance)) as sum from envelope_balance
                where envelope = :call group by account""", Map.of("call", call));
        if (sums.isEmpty()) {
            throw unknown(call);
        }
        return new Position(
                of(sums, EnvelopeAccount.VOTED),
                of(sums, EnvelopeAccount.AVAILABLE),
                of(sums, EnvelopeAccount.RESERVED),
                of(sums, EnvelopeAccount.COMMITTED),
                of(sums, EnvelopeAccount.PAID));
    }

    /** What a file holds now; nothing, when nothing was ever booked for it. */
    @Transactional(readOnly = true)
    public FilePosition position(String call, String file) {
        Map<EnvelopeAccount, Dirhams> sums = sums("""
                select account, balance as sum from envelope_balance
                where envelope = :call and file = :file and file <> ''""", Map.of("call", call, "file", file));
        return new FilePosition(
                of(sums, EnvelopeAccount.RESERVED),
                of(sums, EnvelopeAccount.COMMITTED),
                of(sums, EnvelopeAccount.PAID));
    }

    /** The whole ledger of an envelope, oldest first. */
    @Transactional(readOnly = true)
    public List<Booking> bookings(String call) {
        return jdbc.sql("select * from envelope_booking where envelope = :call order by id")
                .param("call", call)
                .query((row, at) -> booking(row))
                .list();
    }

    /** What was booked for one file, oldest first. */
    @Transactional(readOnly = true)
    public List<Booking> bookings(String call, String file) {
        return jdbc.sql("select * from envelope_booking where envelope = :call and file = :file order by id")
                .param("call", call)
                .param("file", file)
                .query((row, at) -> booking(row))
                .list();
    }

    private void book(String call, String file, BookingKind kind, Dirhams amount, String cause, String by) {
        hold(call);
        if (isBooked(call, file, kind, cause)) {
            throw EnvelopeRefusal.because("booked", cause);
        }
        Dirhams held = held(call, file, kind.from());
        if (kind.from() != EnvelopeAccount.VOTED && amount.isMoreThan(held)) {
            throw EnvelopeRefusal.because("exceeded." + kind.from(), call, held, amount, file);
        }
        write(call, file, kind, amount, cause, by);
    }

    private void hold(String call) {
        boolean missing = jdbc.sql("select 1 from envelope where reference = :call for no key update")
                .param("call", call)
                .query()
                .listOfRows()
                .isEmpty();
        if (missing) {
            throw unknown(call);
        }
    }

    private boolean isBooked(String call, String file, BookingKind kind, String cause) {
        return jdbc.sql("""
                select exists (select 1 from envelope_booking
                                where envelope = :call and file = :file and kind = :kind and cause = :cause)""")
                .param("call", call)
                .param("file", file)
                .param("kind", kind.name())
                .param("cause", cause)
                .query(Boolean.class)
                .single();
    }

    private Dirhams held(String call, String file, EnvelopeAccount account) {
        return jdbc.sql("""
                select abs(balance) from envelope_balance
                where envelope = :call and account = :account and file = :file""")
                .param("call", call)
                .param("account", account.name())
                .param("file", account.isOfFile() ? file : WHOLE)
                .query(BigDecimal.class)
                .optional()
                .map(Dirhams::new)
                .orElse(Dirhams.ZERO);
    }

    private void write(String call, String file, BookingKind kind, Dirhams amount, String cause, String by) {
        if (amount.isZero()) {
            throw EnvelopeRefusal.because("nothing");
        }
        jdbc.sql("""
                insert into envelope_booking
                    (envelope, file, kind, from_account, to_account, amount, cause, booked_by, booked_at)
                values (:call, :file, :kind, :from, :to, :amount, :cause, :by, :at)""")
                .param("call", call)
                .param("file", file)
                .param("kind", kind.name())
                .param("from", kind.from().name())
                .param("to", kind.to().name())
                .param("amount", amount.amount())
                .param("cause", cause)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Map<EnvelopeAccount, Dirhams> sums(String sql, Map<String, String> about) {
        Map<EnvelopeAccount, Dirhams> sums = new EnumMap<>(EnvelopeAccount.class);
        jdbc.sql(sql).params(about).query(row -> {
            sums.put(EnvelopeAccount.valueOf(row.getString("account")), new Dirhams(row.getBigDecimal("sum")));
        });
        return sums;
    }

    private static Dirhams of(Map<EnvelopeAccount, Dirhams> sums, EnvelopeAccount account) {
        return sums.getOrDefault(account, Dirhams.ZERO);
    }

    private static Booking booking(ResultSet row) throws SQLException {
        return new Booking(
                BookingKind.valueOf(row.getString("kind")),
                row.getString("file"),
                new Dirhams(row.getBigDecimal("amount")),
                row.getString("cause"),
                row.getString("booked_by"),
                row.getTimestamp("booked_at").toInstant());
    }

    private static EnvelopeRefusal unknown(String call) {
        return EnvelopeRefusal.because("unknown", call);
    }
}
