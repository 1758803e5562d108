package ma.tansiq.committee.web;

import static ma.tansiq.committee.web.ThreadGrid.ACTION_HEIGHT;
import static ma.tansiq.committee.web.ThreadGrid.CARD;
import static ma.tansiq.committee.web.ThreadGrid.CARD_HEIGHT;
import static ma.tansiq.committee.web.ThreadGrid.GAP;
import static ma.tansiq.committee.web.ThreadGrid.LINE;
import static ma.tansiq.committee.web.ThreadGrid.MOST_ACTIONS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.committee.matter.Extract;
import ma.tansiq.committee.web.ThreadPicture.Card;
import ma.tansiq.committee.web.ThreadPicture.Text;
import org.jspecify.annotations.Nullable;

/** The cards of one thread: its sessions, the extracts that came back, the actions that follow. */
final class ThreadCards {

    private final MatterFile file;
    private final ThreadWords words;
    private final ThreadGrid grid;

    ThreadCards(MatterFile file, ThreadWords words, ThreadGrid grid) {
        this.file = file;
        this.words = words;
        this.grid = grid;
    }

    List<Card> drawn() {
        return Stream.of(sessions(), extracts(), followUps())
                .flatMap(each -> each)
                .toList();
    }

    private Stream<Card> sessions() {
        return file.passages().stream().map(this::session);
    }

    private Card session(MatterFile.Passage passage) {
        boolean latest = file.isLatest(passage);
        List<Text> texts = new ArrayList<>();
        if (passage.meeting() != null) {
            texts.add(new Text(passage.meeting(), true, 0));
            texts.add(new Text(words.session(passage, file.head().textVersion() > 1), passage.startsAt() != null, 0));
        }
        words.of(passage, file.head(), latest).forEach(each -> texts.add(new Text(each, false, 0)));
        String link = passage.meeting() == null ? null : "/coordination/meetings/" + passage.meeting();
        return card(
                kind(passage, latest),
                grid.middleOf(passage),
                grid.lane(passage.body()).middle(),
                texts,
                link);
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

    private Stream<Card> extracts() {
        return file.latestExtracts().stream()
                .filter(each -> grid.middleOfReturns(each.meeting()).isPresent())
                .map(this::extract);
    }

    private Card extract(Extract extract) {
        String kind = extract.isOpen() ? "open" : extract.way() == Extract.Way.DEADLINE ? "expired" : "acknowledged";
        List<Text> texts =
                words.of(extract).stream().map(each -> new Text(each, false, 0)).toList();
        return card(
                "extract " + kind,
                grid.middleOfReturns(extract.meeting()).orElseThrow(),
                grid.lane(extract.body()).middle(),
                texts,
                null);
    }

    private Card card(String kind, int center, int middle, List<Text> texts, @Nullable String link) {
        return box(kind, grid.x(center), middle - CARD_HEIGHT / 2, CARD_HEIGHT, 0, texts, link);
    }

    private Stream<Card> followUps() {
        return file.passages().stream().flatMap(each -> followUps(each, file.decidedBy(each.meeting())));
    }

    private Stream<Card> followUps(MatterFile.Passage passage, List<MatterFile.FollowUp> started) {
        return IntStream.range(0, Math.min(started.size(), MOST_ACTIONS))
                .mapToObj(row -> followUp(
                        started.get(row),
                        grid.x(grid.middleOf(passage)),
                        grid.laneOfActions().top() + GAP + row * (ACTION_HEIGHT + GAP)));
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
        return new Card(kind, left, top, CARD, height, done, grid.rightToLeft() ? left + CARD - done : left, set, link);
    }
}
