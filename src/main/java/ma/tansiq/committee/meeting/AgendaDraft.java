package ma.tansiq.committee.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.Problems;

/**
 * An agenda as its secretary composes it: matters that wait and got a rank, and new items.
 *
 * @param chosen references of matters, each with its rank
 */
record AgendaDraft(List<Placed<String>> chosen, List<Placed<Proposal>> added) {

    record Placed<T>(int position, T item) {}

    static AgendaDraft read(Fields fields) {
        return new AgendaDraft(
                fields.rows("items", AgendaDraft::chosen).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                fields.rows("added", row -> new Placed<>(position(row), Proposal.read(row))));
    }

    private static Optional<Placed<String>> chosen(Fields row) {
        return row.has("position")
                ? Optional.of(new Placed<>(position(row), row.requiredText("matter", 40)))
                : Optional.empty();
    }

    private static int position(Fields row) {
        return row.wholeNumber("position", 1, 200);
    }

    int size() {
        return chosen.size() + added.size();
    }

    /** Two items cannot have one rank. */
    void checkPositions(Map<String, AgendaItem> candidates, Problems problems) {
        Map<Integer, String> titles = new TreeMap<>();
        Stream.concat(
                        chosen.stream().map(each -> new Placed<>(each.position(), title(each.item(), candidates))),
                        added.stream()
                                .map(each -> new Placed<>(
                                        each.position(), each.item().title())))
                .forEach(each -> {
                    String other = titles.putIfAbsent(each.position(), each.item());
                    if (other != null) {
                        problems.add(CommitteeRefusal.because("positionTwice", each.position(), other, each.item()));
                    }
                });
    }

    private static String title(String matter, Map<String, AgendaItem> candidates) {
        AgendaItem candidate = candidates.get(matter);
        return candidate == null ? matter : candidate.title();
    }
}
