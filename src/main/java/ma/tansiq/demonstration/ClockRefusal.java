package ma.tansiq.demonstration;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import ma.tansiq.engine.Refusal;

/** Why the demonstration's clock does not go there. */
final class ClockRefusal extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final int LONGEST_ECHO = 40;

    private ClockRefusal(String name, Object... arguments) {
        super("refusal.demonstration." + name, arguments);
    }

    static ClockRefusal oneOfBoth() {
        return new ClockRefusal("oneOfBoth");
    }

    static ClockRefusal notAPeriod(String typed) {
        return new ClockRefusal("notAPeriod", shortened(typed));
    }

    static ClockRefusal notADate(String typed) {
        return new ClockRefusal("notADate", shortened(typed));
    }

    static ClockRefusal notAhead(ZonedDateTime asked, ZonedDateTime now) {
        return new ClockRefusal("notAhead", MINUTE.format(asked), MINUTE.format(now));
    }

    static ClockRefusal tooFar(int days) {
        return new ClockRefusal("tooFar", days);
    }

    private static String shortened(String typed) {
        return typed.length() <= LONGEST_ECHO ? typed : typed.substring(0, LONGEST_ECHO) + "…";
    }
}
