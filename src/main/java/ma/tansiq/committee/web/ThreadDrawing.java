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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.matter.Extract;
import ma.tansiq.committee.web.ThreadPicture.Card;
import ma.tansiq.committee.web.ThreadPicture.Label;
import ma.tansiq.committee.web.ThreadPicture.Lane;
import ma.tansiq.committee.web.ThreadPicture.Line;
import ma.tansiq.committee.web.ThreadPicture.Text;
import org.jspecify.annotations.Nullable;

/**
 * Draws one thread (rule B4). Every passage has a column of its own, and so has what a session sent back, right after
 * it: whatever way a matter takes, no two cards meet and no line runs through a session that it neither leaves nor
 * reaches. What goes back to several levels passes behind the extracts on its way.
 */
final class ThreadDrawing {

    private static final int COLUMN = 150;
    private static final int CARD = 128;
    private static final int CARD_HEIGHT = 74;
    private static final int LANE = 104;
    /** Of a level that the matter did not come before. */
    private static final int EMPTY_LANE = 34;

    private static final int ACTION_HEIGHT = 44;
    private static final int GAP = 8;
    private static final int MOST_ACTIONS = 4;
    private static final int LABELLED = 72;
    private static final int LINE = 16;

    private final MatterFile file;
    private final ThreadWords words;
    private final boolean rightToLeft;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private final Map<String, Integer> columnsOfReturns = new HashMap<>();
    private final Map<String, List<MatterFile.FollowUp>> actions;
    private final Map<String, Lane> lanes;
    private final int width;

    ThreadDrawing(MatterFile file, Collection<Body> bodies, ThreadWords words, boolean rightToLeft) {
        this.file = file;
        this.words = words;
        this.rightToLeft = rightToLeft;
        this.actions = file.actions().stream()
                .collect(groupingBy(MatterFile.FollowUp::meeting, LinkedHashMap::new, Collectors.toList()));
        this.width = placed() * COLUMN;
        this.lanes = lanes(bodies.stream().collect(Collectors.toMap(Body::code, Function.identity())));
    }

    ThreadPicture drawn() {
        Lane last = lanes.values().stream().reduce((first, second) -> second).orElseThrow();
        return new ThreadPicture(
                width,
                last.top() + last.height(),
                LABELLED,
                List.copyOf(lanes.values()),
                Stream.of(waits(), moves(), returns()).flatMap(List::stream).toList(),
                Stream.of(sessions(), extracts(), followUps())
                        .flatMap(List::stream)
                        .toList(),
                Stream.of(waitsFor(), left()).flatMap(List::stream).toList(),
                stands());
    }

    // where things are

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

    private Lane lane(String body) {
        return Objects.requireNonNull(lanes.get(body));
    }

    /** The middle of that column, from where time begins. */
    private static int middle(int column) {
        return column * COLUMN + COLUMN / 2;
    }

    private int middleOf(MatterFile.Passage passage) {
        return middle(Objects.requireNonNull(columns.get(passage.number())));
    }

    /** From a distance to where time begins to one from the left. */
    private int x(int distance) {
        return rightToLeft ? width - distance : distance;
    }

    // cards

    private List<Card> sessions() {
        return file.passages().stream().map(this::session).toList();
    }

    private Card session(MatterFile.Passage passage) {
        boolean latest = isLatest(passage);
        List<Text> texts = new ArrayList<>();
        if (passage.meeting() != null) {
            texts.add(new Text(passage.meeting(), true, 0));
            texts.add(new Text(words.session(passage, file.head().textVersion() > 1), passage.startsAt() != null, 0));
        }
        words.of(passage, file.head(), latest).forEach(each -> texts.add(new Text(each, false, 0)));
        String link = passage.meeting() == null ? null : "/coordination/meetings/" + passage.meeting();
        return card(
                kind(passage, latest), middleOf(passage), lane(passage.body()).middle(), texts, link);
    }

    private String kind(MatterFile.Passage passage, boolean latest) {
        if (latest && file.head().isClosed()) {
            return "session last";
        }
        if (passage.outcome() != null) {
            return "session dealt";
        }
        return latest && passage.meeting() == null ? "session waiting" : "session planned";
    }

    private List<Card> extracts() {
        return file.latestExtracts().stream()
                .filter(each -> columnsOfReturns.containsKey(each.meeting()))
                .map(this::extract)
                .toList();
    }

    private Card extract(Extract extract) {
        String kind = extract.isOpen() ? "open" : extract.way() == Extract.Way.DEADLINE ? "expired" : "acknowledged";
        List<Text> texts =
                words.of(extract).stream().map(each -> new Text(each, false, 0)).toList();
        return card(
                "extract " + kind,
                middle(Objects.requireNonNull(columnsOfReturns.get(extract.meeting()))),
                lane(extract.body()).middle(),
                texts,
                null);
    }

    private Card card(String kind, int center, int middle, List<Text> texts, @Nullable String link) {
        return box(kind, x(center), middle - CARD_HEIGHT / 2, CARD_HEIGHT, 0, texts, link);
    }

    private List<Card> followUps() {
        return file.passages().stream()
                .filter(each -> each.meeting() != null && actions.containsKey(each.meeting()))
                .flatMap(each -> followUps(each, Objects.requireNonNull(actions.get(each.meeting()))))
                .toList();
    }

    private Stream<Card> followUps(MatterFile.Passage passage, List<MatterFile.FollowUp> started) {
        return IntStream.range(0, Math.min(started.size(), MOST_ACTIONS))
                .mapToObj(row -> followUp(
                        started.get(row), x(middleOf(passage)), lane("").top() + GAP + row * (ACTION_HEIGHT + GAP)));
    }

    private Card followUp(MatterFile.FollowUp action, int center, int top) {
        String kind = words.isLate(action) ? "late" : action.isOpen() ? "open" : "closed";
        String name = action.reference().substring(action.reference().lastIndexOf('-') + 1);
        List<Text> texts = List.of(
                new Text(name + " · " + action.progress() + " %", true, 0), new Text(words.of(action), false, 0));
        int done = CARD * action.progress() / 100;
        return box(
                "action " + kind,
                center,
                top,
                ACTION_HEIGHT,
                done,
                texts,
                "/coordination/actions/" + action.reference());
    }

    /** With its lines of text in the middle. */
    private Card box(String kind, int center, int top, int height, int done, List<Text> texts, @Nullable String link) {
        int first = top + (height - texts.size() * LINE) / 2 + LINE - 4;
        List<Text> set = IntStream.range(0, texts.size())
                .mapToObj(line ->
                        new Text(texts.get(line).words(), texts.get(line).latin(), first + line * LINE))
                .toList();
        int left = center - CARD / 2;
        return new Card(kind, left, top, CARD, height, done, rightToLeft ? left + CARD - done : left, set, link);
    }

    // lines

    private List<Line> moves() {
        return IntStream.range(1, file.passages().size())
                .mapToObj(each ->
                        move(file.passages().get(each - 1), file.passages().get(each)))
                .toList();
    }

    /** Along the lane to the same body; up or down first, then along, to another one. */
    private Line move(MatterFile.Passage from, MatterFile.Passage to) {
        int y = lane(from.body()).middle();
        int target = lane(to.body()).middle();
        int arrival = x(middleOf(to) - CARD / 2);
        if (y == target) {
            return new Line("moved", "M%d %d H%d".formatted(x(middleOf(from) + CARD / 2), y, arrival));
        }
        int edge = y + Integer.signum(target - y) * CARD_HEIGHT / 2;
        return new Line("moved", "M%d %d V%d H%d".formatted(x(middleOf(from)), edge, target, arrival));
    }

    private List<Line> returns() {
        return file.latestExtracts().stream()
                .flatMap(extract -> sender(extract).map(passage -> back(passage, extract)).stream())
                .toList();
    }

    private Line back(MatterFile.Passage from, Extract extract) {
        int y = lane(from.body()).middle();
        int target = lane(extract.body()).middle();
        int column = middle(Objects.requireNonNull(columnsOfReturns.get(extract.meeting())));
        int edge = target - Integer.signum(target - y) * CARD_HEIGHT / 2;
        return new Line("returned", "M%d %d H%d V%d".formatted(x(middleOf(from) + CARD / 2), y, x(column), edge));
    }

    private Optional<MatterFile.Passage> sender(Extract extract) {
        return file.passages().stream()
                .filter(each -> extract.meeting().equals(each.meeting()))
                .findFirst();
    }

    private List<Line> waits() {
        return waiting()
                .map(each -> new Line(
                        "waits",
                        "M%d %d H%d"
                                .formatted(
                                        x(middleOf(each) + CARD / 2),
                                        lane(each.body()).middle(),
                                        x(end(each)))))
                .toList();
    }

    private List<Label> waitsFor() {
        return waiting()
                .map(each -> new Label(
                        x(middleOf(each) + CARD / 2 + GAP),
                        lane(each.body()).middle() - GAP,
                        words.waitsFor(next(each).orElseThrow().body())))
                .toList();
    }

    /** The passages that a body sent to another one. */
    private Stream<MatterFile.Passage> waiting() {
        return file.passages().stream()
                .filter(each -> next(each)
                        .filter(after -> !after.body().equals(each.body()))
                        .isPresent());
    }

    /** Until the extract comes back, or the matter itself does, or now. */
    private int end(MatterFile.Passage from) {
        int begin = middleOf(from);
        Stream<Integer> back = file.latestExtracts().stream()
                .filter(each -> each.body().equals(from.body()))
                .flatMap(each -> Stream.ofNullable(columnsOfReturns.get(each.meeting())))
                .map(ThreadDrawing::middle);
        Stream<Integer> again = file.passages().stream()
                .filter(each -> each.body().equals(from.body()))
                .map(this::middleOf);
        return Stream.concat(back, again)
                .filter(each -> each > begin)
                .min(Comparator.naturalOrder())
                .map(each -> each - CARD / 2)
                .orElse(width - GAP);
    }

    private Optional<MatterFile.Passage> next(MatterFile.Passage passage) {
        int at = file.passages().indexOf(passage) + 1;
        return at < file.passages().size() ? Optional.of(file.passages().get(at)) : Optional.empty();
    }

    private boolean isLatest(MatterFile.Passage passage) {
        return next(passage).isEmpty();
    }

    // words beside it

    /** How many actions there are beyond those that are drawn. */
    private List<Label> left() {
        return file.passages().stream()
                .filter(each -> actions.getOrDefault(Objects.requireNonNullElse(each.meeting(), ""), List.of())
                                .size()
                        > MOST_ACTIONS)
                .map(each -> new Label(
                        x(middleOf(each) - CARD / 2),
                        lane("").top() + lane("").height() - GAP,
                        words.more(Objects.requireNonNull(actions.get(each.meeting()))
                                        .size()
                                - MOST_ACTIONS)))
                .toList();
    }

    private List<String> stands() {
        List<String> sentences = new ArrayList<>();
        List<String> below = waiting()
                .map(MatterFile.Passage::body)
                .filter(each -> !each.equals(file.head().body()))
                .distinct()
                .toList();
        if (!file.head().isClosed() && !below.isEmpty()) {
            sentences.add(words.waiting(below, file.head().body()));
        }
        if (!file.latestExtracts().isEmpty()) {
            sentences.add(words.acknowledged(file.latestExtracts()));
        }
        if (!file.actions().isEmpty()) {
            sentences.add(words.carriedOut(file.actions()));
        }
        return sentences;
    }
}
