package ma.tansiq.committee.web;

import static ma.tansiq.committee.web.ThreadGrid.CARD;
import static ma.tansiq.committee.web.ThreadGrid.CARD_HEIGHT;
import static ma.tansiq.committee.web.ThreadGrid.GAP;
import static ma.tansiq.committee.web.ThreadGrid.MOST_ACTIONS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.matter.Extract;
import ma.tansiq.committee.web.ThreadPicture.Label;
import ma.tansiq.committee.web.ThreadPicture.Line;

/**
 * Draws one thread (rule B4). Every passage has a column of its own, and so has what a session sent back, right after
 * it: whatever way a matter takes, no two cards meet and no line runs through a session that it neither leaves nor
 * reaches. What goes back to several levels passes behind the extracts on its way.
 */
final class ThreadDrawing {

    private static final int LABELLED = 72;

    private final MatterFile file;
    private final ThreadWords words;
    private final ThreadGrid grid;

    ThreadDrawing(MatterFile file, Collection<Body> bodies, ThreadWords words, boolean rightToLeft) {
        this.file = file;
        this.words = words;
        this.grid = new ThreadGrid(file, bodies, words, rightToLeft);
    }

    ThreadPicture drawn() {
        return new ThreadPicture(
                grid.width(),
                grid.height(),
                LABELLED,
                grid.lanes(),
                Stream.of(waits(), moves(), returns()).flatMap(List::stream).toList(),
                new ThreadCards(file, words, grid).drawn(),
                Stream.of(waitsFor(), left()).flatMap(List::stream).toList(),
                stands());
    }

    private List<Line> moves() {
        return IntStream.range(1, file.passages().size())
                .mapToObj(each ->
                        move(file.passages().get(each - 1), file.passages().get(each)))
                .toList();
    }

    /** Along the lane to the same body; up or down first, then along, to another one. */
    private Line move(MatterFile.Passage from, MatterFile.Passage to) {
        int y = grid.lane(from.body()).middle();
        int target = grid.lane(to.body()).middle();
        int arrival = grid.x(grid.middleOf(to) - CARD / 2);
        if (y == target) {
            return new Line("moved", "M%d %d H%d".formatted(grid.x(grid.middleOf(from) + CARD / 2), y, arrival));
        }
        int edge = y + Integer.signum(target - y) * CARD_HEIGHT / 2;
        return new Line("moved", "M%d %d V%d H%d".formatted(grid.x(grid.middleOf(from)), edge, target, arrival));
    }

    private List<Line> returns() {
        return file.latestExtracts().stream()
                .flatMap(extract -> sender(extract).map(passage -> back(passage, extract)).stream())
                .toList();
    }

    private Line back(MatterFile.Passage from, Extract extract) {
        int y = grid.lane(from.body()).middle();
        int target = grid.lane(extract.body()).middle();
        int column = grid.middleOfReturns(extract.meeting()).orElseThrow();
        int edge = target - Integer.signum(target - y) * CARD_HEIGHT / 2;
        return new Line(
                "returned",
                "M%d %d H%d V%d".formatted(grid.x(grid.middleOf(from) + CARD / 2), y, grid.x(column), edge));
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
                                        grid.x(grid.middleOf(each) + CARD / 2),
                                        grid.lane(each.body()).middle(),
                                        grid.x(end(each)))))
                .toList();
    }

    private List<Label> waitsFor() {
        return waiting()
                .map(each -> new Label(
                        grid.x(grid.middleOf(each) + CARD / 2 + GAP),
                        grid.lane(each.body()).middle() - GAP,
                        words.waitsFor(file.next(each).orElseThrow().body())))
                .toList();
    }

    /** The passages that a body sent to another one. */
    private Stream<MatterFile.Passage> waiting() {
        return file.passages().stream()
                .filter(each -> file.next(each)
                        .filter(after -> !after.body().equals(each.body()))
                        .isPresent());
    }

    /** Until the extract comes back, or the matter itself does, or now. */
    private int end(MatterFile.Passage from) {
        int begin = grid.middleOf(from);
        Stream<Integer> back = file.latestExtracts().stream()
                .filter(each -> each.body().equals(from.body()))
                .flatMap(each -> grid.middleOfReturns(each.meeting()).stream().boxed());
        Stream<Integer> again = file.passages().stream()
                .filter(each -> each.body().equals(from.body()))
                .map(grid::middleOf);
        return Stream.concat(back, again)
                .filter(each -> each > begin)
                .min(Comparator.naturalOrder())
                .map(each -> each - CARD / 2)
                .orElse(grid.width() - GAP);
    }

    /** How many actions there are beyond those that are drawn. */
    private List<Label> left() {
        return file.passages().stream()
                .filter(each -> file.decidedBy(each.meeting()).size() > MOST_ACTIONS)
                .map(each -> new Label(
                        grid.x(grid.middleOf(each) - CARD / 2),
                        grid.laneOfActions().top() + grid.laneOfActions().height() - GAP,
                        words.more(file.decidedBy(each.meeting()).size() - MOST_ACTIONS)))
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
