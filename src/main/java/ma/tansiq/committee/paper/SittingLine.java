package ma.tansiq.committee.paper;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of a session that was suspended (rule C3b).
 *
 * @param suspendedBecause null for the one that ended the session
 */
public record SittingLine(
        int number,
        Instant startsAt,
        Instant endsAt,
        String presidedBy,
        QuorumLine quorum,
        @Nullable String suspendedBecause,
        List<MinutesDocument.Attendee> attendance) {

    /** The names by presence, those present first. */
    public Map<String, List<String>> namesByPresence() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (String each : List.of("PRESENT", "REPRESENTED", "PROXY", "EXCUSED", "ABSENT")) {
            List<String> those = attendance.stream()
                    .filter(one -> one.presence().equals(each))
                    .map(MinutesDocument.Attendee::name)
                    .toList();
            if (!those.isEmpty()) {
                names.put(each, those);
            }
        }
        return names;
    }
}
