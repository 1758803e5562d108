package ma.tansiq.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tree that the bodies of a file form, and what is wrong with it (rules A1, A2, B3). */
final class BodyTree {

    static final String WITHOUT_EXTRACTS = "PROGRAMME_COMMITTEE_MEETING";
    static final String BY_DECISION = "INTERMINISTERIAL_SESSION";

    private final List<StrategyFile.Body> bodies;
    private final List<Entry> entries;
    private final Map<String, StrategyFile.Level> levels;
    private final Map<String, StrategyFile.Body> byCode = new HashMap<>();

    /** @param entries where the bodies stand in the file, in the same order */
    BodyTree(StrategyFile file, List<Entry> entries) {
        this.bodies = file.bodies();
        this.entries = entries;
        this.levels = file.levels().stream()
                .collect(Collectors.toMap(StrategyFile.Level::code, Function.identity(), (first, again) -> first));
        bodies.forEach(body -> byCode.putIfAbsent(body.code(), body));
    }

    void refuse() {
        for (int at = 0; at < bodies.size(); at++) {
            StrategyFile.Body body = bodies.get(at);
            Entry entry = entries.get(at);
            refuseCircle(body, entry);
            level(body).ifPresent(level -> refuseLevel(body, level, entry));
        }
    }

    private void refuseCircle(StrategyFile.Body body, Entry entry) {
        String above = body.parent();
        for (int steps = 0; above != null && steps < bodies.size(); steps++) {
            above = Optional.ofNullable(byCode.get(above))
                    .map(StrategyFile.Body::parent)
                    .orElse(null);
        }
        if (above != null) {
            entry.problem("the bodies above " + body.code() + " go round in a circle");
        }
    }

    /** What a body below refers up has to come back to it; the top meets by decision only. */
    private void refuseLevel(StrategyFile.Body body, StrategyFile.Level level, Entry entry) {
        List<String> below = bodies.stream()
                .filter(each -> body.code().equals(each.parent()))
                .map(StrategyFile.Body::code)
                .toList();
        if (!below.isEmpty() && level.process().equals(WITHOUT_EXTRACTS)) {
            entry.problem(
                    "%s has bodies below it (%s), but its level %s meets by programme-committee-meeting, which returns nothing to them"
                            .formatted(body.code(), String.join(", ", below), level.code()));
        }
        if (body.cadence() != null && level.process().equals(BY_DECISION)) {
            entry.problem("%s meets by decision only, as its level %s does: it has no \"cadence\""
                    .formatted(body.code(), level.code()));
        }
    }

    private Optional<StrategyFile.Level> level(StrategyFile.Body body) {
        return Optional.ofNullable(levels.get(body.level()));
    }
}
