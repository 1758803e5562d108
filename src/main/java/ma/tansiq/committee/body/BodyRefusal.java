package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import ma.tansiq.engine.Refusal;

/** Why somebody cannot be given, or relieved of, a seat. */
public final class BodyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private BodyRefusal(String name, Object... arguments) {
        super("refusal.committee." + name, arguments);
    }

    /** A refusal whose sentence has the key {@code refusal.committee.<name>}. */
    static BodyRefusal because(String name, Object... arguments) {
        return new BodyRefusal(name, arguments);
    }

    static BodyRefusal unknownBody(String body) {
        return new BodyRefusal("unknownBody", body);
    }

    /** It was closed by an act, and another body takes over. */
    public static BodyRefusal closed(Body body) {
        return new BodyRefusal(
                "bodyClosed",
                body.code(),
                DAY.format(Objects.requireNonNull(body.closedOn())),
                Objects.requireNonNull(body.successor()));
    }

    static BodyRefusal unknownSeat(String seat) {
        return new BodyRefusal("unknownSeat", seat);
    }

    static BodyRefusal unknownAccount(String account) {
        return new BodyRefusal("unknownAccount", account);
    }

    static BodyRefusal seatTaken(String seat, String holder) {
        return new BodyRefusal("seatTaken", seat, holder);
    }

    static BodyRefusal seatVacant(String seat) {
        return new BodyRefusal("seatVacant", seat);
    }

    static BodyRefusal alreadySeated(String account, String seat) {
        return new BodyRefusal("alreadySeated", account, seat);
    }

    static BodyRefusal tooEarly(LocalDate date, LocalDate earliest) {
        return new BodyRefusal("mandateTooEarly", DAY.format(date), DAY.format(earliest));
    }

    static BodyRefusal endBeforeStart(LocalDate from, LocalDate to) {
        return new BodyRefusal("endBeforeStart", DAY.format(from), DAY.format(to));
    }

    static BodyRefusal actMissing() {
        return new BodyRefusal("actMissing");
    }

    static BodyRefusal reasonMissing(int longest) {
        return new BodyRefusal("confirmationReason", longest);
    }

    static BodyRefusal cadencePeriod(int longest) {
        return new BodyRefusal("cadencePeriod", longest);
    }

    static BodyRefusal meetsByDecision(String body) {
        return new BodyRefusal("meetsByDecision", body);
    }

    static BodyRefusal sameCadence(String body) {
        return new BodyRefusal("sameCadence", body);
    }

    static BodyRefusal alreadyConfirmed(String what) {
        return new BodyRefusal("alreadyConfirmed", what);
    }

    static BodyRefusal interimOverlaps(String holder, LocalDate from, LocalDate to) {
        return new BodyRefusal("interimOverlaps", holder, DAY.format(from), DAY.format(to));
    }

    static BodyRefusal organisationHasSeats(String organisation, String seats) {
        return new BodyRefusal("organisationHasSeats", organisation, seats);
    }

    static BodyRefusal organisationUnknown(String organisation) {
        return new BodyRefusal("organisationUnknown", organisation);
    }

    static BodyRefusal notEligible(String substitute, String absent) {
        return new BodyRefusal("substituteNotEligible", substitute, absent);
    }

    static BodyRefusal absenceOverlaps(String absent, LocalDate from, LocalDate to) {
        return new BodyRefusal("absenceOverlaps", absent, DAY.format(from), DAY.format(to));
    }

    static BodyRefusal standsInThen(String account, LocalDate from, LocalDate to) {
        return new BodyRefusal("standsInThen", account, DAY.format(from), DAY.format(to));
    }

    static BodyRefusal substituteAbsent(String substitute, LocalDate from, LocalDate to) {
        return new BodyRefusal("substituteAbsent", substitute, DAY.format(from), DAY.format(to));
    }

    static BodyRefusal absenceOfOthers() {
        return new BodyRefusal("absenceOfOthers");
    }

    static BodyRefusal absenceReversed(LocalDate from, LocalDate to) {
        return new BodyRefusal("absenceReversed", DAY.format(from), DAY.format(to));
    }

    static BodyRefusal absenceOver(LocalDate to) {
        return new BodyRefusal("absenceOver", DAY.format(to));
    }

    static BodyRefusal absenceTooLong(int days) {
        return new BodyRefusal("absenceTooLong", days);
    }

    static BodyRefusal noSeat(String account) {
        return new BodyRefusal("noSeat", account);
    }

    static BodyRefusal officeNotReplaced(String account) {
        return new BodyRefusal("officeNotReplaced", account);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static BodyRefusal interimOver(LocalDate from, LocalDate to) {
        return new BodyRefusal("interimOver", DAY.format(from), DAY.format(to));
    }

    static BodyRefusal interimEndsInPast(LocalDate earliest) {
        return new BodyRefusal("interimEndsInPast", DAY.format(earliest));
    }

    static BodyRefusal interimEndsAnyway(LocalDate lastDay) {
        return new BodyRefusal("interimEndsAnyway", DAY.format(lastDay));
    }

    static BodyRefusal interimBegun(LocalDate since) {
        return new BodyRefusal("interimBegun", DAY.format(since));
    }

    static BodyRefusal ownInterim(String account) {
        return new BodyRefusal("ownInterim", account);
    }
}
