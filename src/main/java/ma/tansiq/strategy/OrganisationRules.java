package ma.tansiq.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import ma.tansiq.engine.Texts;
import ma.tansiq.strategy.OrganisationManagement.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an organisation and an act must satisfy for the one to change by the other (rule A1b). */
@Component
class OrganisationRules {

    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_ACT = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Organisations organisations;
    private final OrganisationActs acts;
    private final Clock clock;

    OrganisationRules(Organisations organisations, OrganisationActs acts, Clock clock) {
        this.organisations = organisations;
        this.acts = acts;
        this.clock = clock;
    }

    /** The organisation as the reader saw it, which nobody else changes until the transaction ends. */
    Organisation locked(String code, int seen) {
        acts.lock(List.of(code));
        Organisation held = required(code);
        if (acts.version(code) != seen) {
            throw new StrategyConflict(code);
        }
        refuseEnded(held);
        return held;
    }

    /** One that may end the day before that day. */
    Organisation ending(String code, LocalDate on) {
        Organisation held = required(code);
        refuseEnded(held);
        refuseBefore(held, on);
        return held;
    }

    /** One that exists on that day and goes on. */
    Organisation standing(String code, LocalDate on) {
        Organisation held = required(code);
        refuseEnded(held);
        if (held.validFrom() != null && on.isBefore(held.validFrom())) {
            throw StrategyRefusal.because("act-before-founding", code, DAY.format(held.validFrom()));
        }
        return held;
    }

    private Organisation required(String code) {
        return organisations.find(code).orElseThrow(() -> StrategyRefusal.unknownEntry(code));
    }

    private static void refuseEnded(Organisation held) {
        if (held.validTo() != null) {
            throw StrategyRefusal.because("organisation-ended", held.code(), DAY.format(held.validTo()));
        }
    }

    /** A change takes effect after the day on which the organisation began, so that it lasted a day at least. */
    static void refuseBefore(Organisation held, LocalDate on) {
        if (held.validFrom() != null && !on.isAfter(held.validFrom())) {
            throw StrategyRefusal.because("act-before-founding", held.code(), DAY.format(held.validFrom()));
        }
    }

    /** The number of the act, whose day has come. */
    String checked(Act act) {
        String number = Texts.clean(act.number());
        if (number.isEmpty() || number.length() > LONGEST_ACT) {
            throw StrategyRefusal.because("act-missing", LONGEST_ACT);
        }
        if (act.on().isAfter(LocalDate.now(clock))) {
            throw StrategyRefusal.because("act-not-yet", DAY.format(act.on()));
        }
        if (act.on().getYear() < 1900) {
            throw StrategyRefusal.notADate(DAY.format(act.on()));
        }
        return number;
    }

    /** A name as it is kept; null when there is none. */
    static @Nullable String name(String typed, boolean required) {
        String name = Texts.clean(typed).replaceAll("\\s+", " ").strip();
        if (name.isEmpty()) {
            if (required) {
                throw StrategyRefusal.nameMissing();
            }
            return null;
        }
        if (name.length() > LONGEST_NAME) {
            throw StrategyRefusal.tooLong(LONGEST_NAME, name);
        }
        return name;
    }
}
