package ma.tansiq.committee.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.web.ThreadPicture.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Where things of one thread are. Every passage has a column of its own, and so has what a session sent back, right after
 * it; every level has a lane, with the actions below.
 */
final class ThreadGrid {

    static final int CARD = 128;
    static final int CARD_HEIGHT = 74;
    static final int ACTION_HEIGHT = 44;
    static final int GAP = 8;
    static final int MOST_ACTIONS = 4;
    static final int LINE = 16;

    private static final int COLUMN = 150;
    private static final int LANE = 104;
    /** Of a level that the matter did not come before. */
    private static final int EMPTY_LANE = 34;

    private final MatterFile file;
    private final ThreadWords words;
    private final boolean rightToLeft;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Map<String, Integer> columnsOfReturns = new HashMap<>();
    private final Map<String, List<MatterFile.FollowUp>> actions;
    private final Map<String, Lane> lanes;
    private final int width;

    ThreadGrid(MatterFile file, Collection<Body> bodies, ThreadWords words, boolean rightToLeft) {
        this.file = file;
        this.words = words;
        this.rightToLeft = rightToLeft;
        this.actions = file.actions().stream()
                .collect(groupingBy(MatterFile.FollowUp::meeting, LinkedHashMap::new, Collectors.toList()));
        this.width = placed() * COLUMN;
        this.lanes = lanes(bodies.stream().collect(Collectors.toMap(Body::code, Function.identity())));
    }

    int width() {
        return width;
    }

    int height() {
        Lane last = lanes().stream().reduce((first, second) -> second).orElseThrow();
        return last.top() + last.height();
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    List<Lane> lanes() {
        return List.copyOf(lanes.values());
    }

    Lane lane(String body) {
        return Objects.requireNonNull(lanes.get(body));
    }

    /** Below all levels. */
    Lane laneOfActions() {
        return lane("");
    }

    int middleOf(MatterFile.Passage passage) {
        return middle(Objects.requireNonNull(columns.get(passage.number())));
    }

    /** The middle of what that session sent back; nothing when it is not among the passages. */
    OptionalInt middleOfReturns(String meeting) {
        Integer column = columnsOfReturns.get(meeting);
        return column == null ? OptionalInt.empty() : OptionalInt.of(middle(column));
    }

    /** From a distance to where time begins to one from the left. */
    int x(int distance) {
        return rightToLeft ? width - distance : distance;
    }

    /** Gives every passage and every return its column; answers how many there are. */
    private int placed() {
        int next = 0;
        for (MatterFile.Passage each : file.passages()) {
            columns.put(each.number(), next++);
            if (!file.returnedBy(each.meeting()).isEmpty()) {
                columnsOfReturns.put(Objects.requireNonNull(each.meeting()), next++);
            }
        }
        return next;
    }

    private Map<String, Lane> lanes(Map<String, Body> known) {
        Set<String> crossed = new LinkedHashSet<>(file.bodies());
        file.latestExtracts().forEach(each -> crossed.add(each.body()));
        List<String> codes = crossed.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), above(each, known).stream()))
                .distinct()
                .sorted(Comparator.<String>comparingInt(
                                each -> above(each, known).size())
                        .thenComparingInt(each -> Optional.ofNullable(known.get(each))
                                .map(Body::position)
                                .orElse(0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Lane> found = new LinkedHashMap<>();
        int top = 0;
        for (String code : codes) {
            int height = crossed.contains(code) ? LANE : EMPTY_LANE;
            String name = known.containsKey(code) ? words.name(known.get(code)) : null;
            found.put(code, new Lane(code, name, top, height, crossed.contains(code)));
            top += height;
        }
        if (!actions.isEmpty()) {
            found.put("", new Lane(words.actions(), null, top, heightOfActions(), true));
        }
        return found;
    }

    /** The bodies above that one, the next first. */
    private static List<String> above(String body, Map<String, Body> known) {
        List<String> found = new ArrayList<>();
        @Nullable Body at = known.get(body);
        while (at != null && at.parent() != null && !found.contains(at.parent())) {
            found.add(at.parent());
            at = known.get(at.parent());
        }
        return found;
    }

    private int heightOfActions() {
        int most = actions.values().stream().mapToInt(List::size).max().orElse(0);
        int rows = Math.min(most, MOST_ACTIONS);
        return GAP + rows * (ACTION_HEIGHT + GAP) + (most > MOST_ACTIONS ? LINE + GAP : 0);
    }

    /** The middle of that column, from where time begins. */
    private static int middle(int column) {
        return column * COLUMN + COLUMN / 2;
    }
}
