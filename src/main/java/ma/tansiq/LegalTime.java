package ma.tansiq;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Morocco's legal time: the zone of every date that people read or enter (rule D3). What is stored are instants.
 *
 * <p>From 2018 on Morocco kept UTC+1 outside Ramadan; on 20 September 2026 at 02:00 it went back to UTC for good (IANA
 * time zone data 2026c). A Java runtime older than that would show every session an hour late, so that people read
 * another hour in a mail than in their calendar: its tables are corrected here, and used as they are once they know.
 */
public final class LegalTime {

    /** What the IANA calls it; its rules are as old as the Java runtime, so that {@link #ZONE} is what counts. */
    public static final String IANA_NAME = "Africa/Casablanca";

    /** Morocco's legal time, whatever the Java runtime knows of it. */
    public static final ZoneId ZONE;

    private static final ZoneOffsetTransition RETURN_TO_UTC =
            ZoneOffsetTransition.of(LocalDateTime.of(2026, 9, 20, 2, 0), ZoneOffset.ofHours(1), ZoneOffset.UTC);

    static {
        ZoneId known = ZoneId.of(IANA_NAME);
        ZONE = isCurrent(known.getRules()) ? known : Correction.of(known.getRules());
    }

    private LegalTime() {}

    /** {@code mardi 24 novembre 2026}; the first of a month is {@code 1er} in French. */
    public static DateTimeFormatter inWords(Locale language) {
        DateTimeFormatterBuilder words = new DateTimeFormatterBuilder().appendPattern("EEEE ");
        if (language.getLanguage().equals(Locale.FRENCH.getLanguage())) {
            words.appendText(ChronoField.DAY_OF_MONTH, Map.of(1L, "1er"));
        } else {
            words.appendPattern("d");
        }
        return words.appendPattern(" MMMM uuuu").toFormatter(language);
    }

    /** Whether the runtime's own tables had to be corrected: time to install a newer one. */
    public static boolean isCorrected() {
        return !ZONE.getId().equals(IANA_NAME);
    }

    static boolean isCurrent(ZoneRules rules) {
        Instant change = RETURN_TO_UTC.getInstant();
        return rules.getOffset(change).equals(ZoneOffset.UTC) && rules.nextTransition(change) == null;
    }

    /** Those rules until the return to UTC, and UTC from then on. */
    static ZoneRules corrected(ZoneRules rules) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>(rules.getTransitions());
        transitions.removeIf(each -> !each.getInstant().isBefore(RETURN_TO_UTC.getInstant()));
        transitions.add(RETURN_TO_UTC);
        ZoneOffset first = transitions.get(0).getOffsetBefore();
        return ZoneRules.of(first, first, List.of(), transitions, List.of());
    }

    /** Gives the corrected rules to {@link ZoneId}, which takes none from outside for a name that it has. */
    private static final class Correction extends ZoneRulesProvider {

        private static final String ID = "Tansiq/Casablanca";

        private final ZoneRules rules;

        private Correction(ZoneRules rules) {
            this.rules = rules;
        }

        @SuppressWarnings("InvalidZoneId") // known once it is registered
        static ZoneId of(ZoneRules stale) {
            registerProvider(new Correction(corrected(stale)));
            return ZoneId.of(ID);
        }

        @Override
        protected Set<String> provideZoneIds() {
            return Set.of(ID);
        }

        @Override
        protected ZoneRules provideRules(String zoneId, boolean forCaching) {
            return rules;
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
            return new TreeMap<>(java.util.Map.of("1", rules));
        }
    }
}
