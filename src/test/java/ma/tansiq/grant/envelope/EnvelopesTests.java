package ma.tansiq.grant.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import ma.tansiq.AtOnce;
import ma.tansiq.TansiqTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Rule E5: reserved on recommendation, committed on award, released on refusal or withdrawal; never more than voted. */
@TansiqTest
class EnvelopesTests {

    private static final AtomicInteger CALLS = new AtomicInteger();

    @Autowired
    private Envelopes envelopes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void followsAFileFromRecommendationToPayment() {
        String call = call(100_000);
        envelopes.reserve(call, "F1", Dirhams.of(60_000), "classement", "officer");
        assertThat(envelopes.position(call)).isEqualTo(position(100_000, 40_000, 60_000, 0, 0));
        envelopes.commit(call, "F1", Dirhams.of(50_000), "décision", "ordo");
        assertThat(envelopes.position(call)).isEqualTo(position(100_000, 50_000, 0, 50_000, 0));
        envelopes.pay(call, "F1", Dirhams.of(30_000), "tranche 1", "finance");
        assertThat(envelopes.position(call)).isEqualTo(position(100_000, 50_000, 0, 20_000, 30_000));
        envelopes.repay(call, "F1", Dirhams.of(5_000), "reversement", "finance");
        envelopes.release(call, "F1", "résiliation", "ordo");
        assertThat(envelopes.position(call)).isEqualTo(position(100_000, 75_000, 0, 0, 25_000));
        assertThat(envelopes.position(call, "F1"))
                .isEqualTo(new FilePosition(Dirhams.ZERO, Dirhams.ZERO, Dirhams.of(25_000)));
        assertThat(envelopes.bookings(call, "F1"))
                .extracting(Booking::kind)
                .containsExactly(
                        BookingKind.RESERVED,
                        BookingKind.COMMITTED,
                        BookingKind.RESERVATION_RELEASED,
                        BookingKind.PAID,
                        BookingKind.REPAID,
                        BookingKind.COMMITMENT_RELEASED);
    }

    @Test
    void refusesWhatTheEnvelopeDoesNotHoldAndBooksNothing() {
        String call = call(100_000);
        envelopes.reserve(call, "F1", Dirhams.of("99999.99"), "classement", "officer");
        assertThatThrownBy(() -> envelopes.reserve(call, "F2", Dirhams.of("0.02"), "classement", "officer"))
                .isInstanceOfSatisfying(EnvelopeRefusal.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("refusal.envelope.exceeded.AVAILABLE");
                    assertThat(refusal.arguments()).containsExactly(call, Dirhams.of("0.01"), Dirhams.of("0.02"), "F2");
                });
        envelopes.reserve(call, "F2", Dirhams.of("0.01"), "classement", "officer");
        assertThat(envelopes.position(call)).isEqualTo(position(100_000, 0, 100_000, 0, 0));
        refused("exceeded.RESERVED", () -> envelopes.commit(call, "F2", Dirhams.of(1), "décision", "ordo"));
        refused("exceeded.COMMITTED", () -> envelopes.pay(call, "F1", Dirhams.of(1), "tranche 1", "finance"));
        refused("exceeded.PAID", () -> envelopes.repay(call, "F1", Dirhams.of(1), "reversement", "finance"));
        refused("exceeded.AVAILABLE", () -> envelopes.lower(call, Dirhams.of(1), "avenant", "ordo"));
    }

    @Test
    void booksACauseOnce() {
        String call = call(100_000);
        envelopes.reserve(call, "F1", Dirhams.of(50_000), "classement", "officer");
        envelopes.commit(call, "F1", Dirhams.of(50_000), "décision", "ordo");
        envelopes.pay(call, "F1", Dirhams.of(20_000), "tranche 1", "finance");
        refused("booked", () -> envelopes.pay(call, "F1", Dirhams.of(20_000), "tranche 1", "finance"));
        refused("open", () -> envelopes.open(call, Dirhams.of(1), "appel", "ordo"));
        assertThat(envelopes.position(call)).isEqualTo(position(100_000, 50_000, 0, 30_000, 20_000));
    }

    @Test
    void anAmendmentRaisesAndLowersWhatIsFree() {
        String call = call(100_000);
        envelopes.raise(call, Dirhams.of(50_000), "avenant 1", "ordo");
        envelopes.reserve(call, "F1", Dirhams.of(120_000), "classement", "officer");
        envelopes.lower(call, Dirhams.of(30_000), "avenant 2", "ordo");
        assertThat(envelopes.position(call)).isEqualTo(position(120_000, 0, 120_000, 0, 0));
    }

    @Test
    void releasesNothingOfAFileThatHoldsNothing() {
        String call = call(100_000);
        envelopes.release(call, "F1", "retrait", "association");
        assertThat(envelopes.bookings(call, "F1")).isEmpty();
    }

    @Test
    void refusesAmountsThatAreNone() {
        String call = call(100_000);
        refused("nothing", () -> envelopes.reserve(call, "F1", Dirhams.ZERO, "classement", "officer"));
        refused("negative", () -> Dirhams.of("-0.01"));
        refused("tooFine", () -> Dirhams.of("0.001"));
        refused("tooLarge", () -> Dirhams.of("10000000000000"));
        refused("unknown", () -> envelopes.reserve("AAP-0000-00", "F1", Dirhams.of(1), "classement", "officer"));
        refused("unknown", () -> envelopes.position("AAP-0000-00"));
    }

    /** Issue 4, point 6: of 50 awards at once on the last 100,000 dirhams exactly those are granted that fit. */
    @Test
    void grantsExactlyWhatFitsWhenFiftyAwardAtOnce() throws Exception {
        String call = call(1_000_000);
        envelopes.reserve(call, "earlier", Dirhams.of(900_000), "classement", "officer");
        List<Boolean> granted;
        try (AtOnce people = new AtOnce()) {
            granted = people.act(50, person -> award(call, "F" + person, Dirhams.of(7_000)));
        }
        assertThat(granted).filteredOn(each -> each).hasSize(14);
        assertThat(envelopes.position(call)).isEqualTo(position(1_000_000, 2_000, 998_000, 0, 0));
        assertThat(envelopes.bookings(call)).hasSize(2 + 14);
    }

    private boolean award(String call, String file, Dirhams amount) {
        try {
            envelopes.reserve(call, file, amount, "classement", "officer");
            return true;
        } catch (EnvelopeRefusal refused) {
            assertThat(refused.messageKey()).isEqualTo("refusal.envelope.exceeded.AVAILABLE");
            return false;
        }
    }

    /** The database itself refuses, whatever the application does. */
    @Test
    @Transactional
    void theDatabaseRefusesMoreThanTheEnvelope() {
        String call = call(100_000);
        assertThatThrownBy(() -> insert(call, "RESERVED", "AVAILABLE", "RESERVED", "100000.01"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("envelope_is_not_exceeded");
    }

    @Test
    @Transactional
    void theDatabaseRefusesAWayThatMoneyDoesNotGo() {
        String call = call(100_000);
        assertThatThrownBy(() -> insert(call, "PAID", "AVAILABLE", "PAID", "1"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("envelope_booking_check");
    }

    @Test
    @Transactional
    void nobodyChangesABooking() {
        call(100_000);
        assertThatThrownBy(
                        () -> jdbc.sql("update envelope_booking set amount = 1").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    @Transactional
    void nobodyChangesABalanceByHand() {
        call(100_000);
        assertThatThrownBy(() ->
                        jdbc.sql("update envelope_balance set balance = 1").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("balances follow bookings");
    }

    @Test
    void writesAmountsAsPeopleReadThem() {
        assertThat(Dirhams.of("1234567.89")).hasToString("1\u00a0234\u00a0567,89\u00a0DH");
        assertThat(Dirhams.of(0)).hasToString("0,00\u00a0DH");
    }

    private void insert(String call, String kind, String from, String to, String amount) {
        jdbc.sql("""
                insert into envelope_booking
                    (envelope, file, kind, from_account, to_account, amount, cause, booked_by, booked_at)
                values (:call, 'F1', :kind, :from, :to, cast(:amount as numeric), 'essai', 'officer', now())""")
                .param("call", call)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("amount", amount)
                .update();
    }

    private String call(int envelope) {
        String call = "AAP-2020-E%02d".formatted(CALLS.incrementAndGet());
        envelopes.open(call, Dirhams.of(envelope), "appel", "ordo");
        return call;
    }

    private static Position position(long voted, long available, long reserved, long committed, long paid) {
        return new Position(
                Dirhams.of(voted),
                Dirhams.of(available),
                Dirhams.of(reserved),
                Dirhams.of(committed),
                Dirhams.of(paid));
    }

    private static void refused(String name, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        EnvelopeRefusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.envelope." + name));
    }
}
