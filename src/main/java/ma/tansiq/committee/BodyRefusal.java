package ma.tansiq.committee;

import java.time.LocalDate;
import ma.tansiq.engine.Refusal;

/** Why somebody cannot be given, or relieved of, a seat. */
public final class BodyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private BodyRefusal(String name, Object... arguments) {
        super("refusal.committee." + name, arguments);
    }

    static BodyRefusal unknownBody(String body) {
        return new BodyRefusal("unknown-body", body);
    }

    static BodyRefusal unknownSeat(String seat) {
        return new BodyRefusal("unknown-seat", seat);
    }

    static BodyRefusal unknownAccount(String account) {
        return new BodyRefusal("unknown-account", account);
    }

    static BodyRefusal seatTaken(String seat, String holder) {
        return new BodyRefusal("seat-taken", seat, holder);
    }

    static BodyRefusal seatVacant(String seat) {
        return new BodyRefusal("seat-vacant", seat);
    }

    static BodyRefusal alreadySeated(String account, String seat) {
        return new BodyRefusal("already-seated", account, seat);
    }

    static BodyRefusal tooEarly(LocalDate date, LocalDate earliest) {
        return new BodyRefusal("mandate-too-early", date, earliest);
    }

    static BodyRefusal endBeforeStart(LocalDate from, LocalDate to) {
        return new BodyRefusal("end-before-start", from, to);
    }

    static BodyRefusal actMissing() {
        return new BodyRefusal("act-missing");
    }

    static BodyRefusal interimOverlaps(String holder, LocalDate from, LocalDate to) {
        return new BodyRefusal("interim-overlaps", holder, from, to);
    }

    static BodyRefusal ownInterim(String account) {
        return new BodyRefusal("own-interim", account);
    }
}
