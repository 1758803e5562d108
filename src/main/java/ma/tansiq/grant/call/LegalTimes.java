package ma.tansiq.grant.call;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import ma.tansiq.LegalTime;

/** Instants as all languages read them in sentences: {@code 31/05/2027 16:30}, in Morocco's legal time. */
public final class LegalTimes {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(LegalTime.ZONE);

    private LegalTimes() {}

    public static String words(Instant instant) {
        return WORDS.format(instant);
    }
}
