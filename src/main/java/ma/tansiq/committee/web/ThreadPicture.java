package ma.tansiq.committee.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thread of a matter as a picture (rule B4): levels one above the other, time along them, what went up, what came
 * back. Lengths are pixels; where one reads from right to left, time runs so too.
 *
 * @param labelled width of what stands beside the lanes and stays in view
 * @param stands sentences that say where the matter stands, as the picture does
 */
record ThreadPicture(
        int width,
        int height,
        int labelled,
        List<Lane> lanes,
        List<Line> lines,
        List<Card> cards,
        List<Label> labels,
        List<String> stands) {

    /**
     * One body, or the actions.
     *
     * @param crossed whether the matter came before it
     */
    record Lane(String code, @Nullable String name, int top, int height, boolean crossed) {

        public int middle() {
            return top + height / 2;
        }
    }

    /**
     * A session, a wait for one, an extract that came back, or an action.
     *
     * @param kind one or more words of the style sheet
     * @param x the left edge, whatever the direction
     * @param done width of what is done of it, 0 where that makes no sense
     * @param doneFrom the left edge of that
     * @param link where its page is; null when it has none
     */
    record Card(
            String kind,
            int x,
            int y,
            int width,
            int height,
            int done,
            int doneFrom,
            List<Text> texts,
            @Nullable String link) {

        public int center() {
            return x + width / 2;
        }

        public int right() {
            return x + width;
        }
    }

    /**
     * One line of text.
     *
     * @param latin whether it reads from left to right in every language
     */
    record Text(String words, boolean latin, int y) {}

    /** @param kind {@code moved}, {@code waits} or {@code returned} */
    record Line(String kind, String path) {}

    /** Words beside a line, from there on in the direction that one reads. */
    record Label(int x, int y, String words) {}
}
