package ma.tansiq.committee.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.matter.Extract;
import ma.tansiq.committee.web.MatterFile.FollowUp;
import ma.tansiq.committee.web.MatterFile.Passage;
import ma.tansiq.committee.web.ThreadPicture.Card;
import ma.tansiq.committee.web.ThreadPicture.Lane;
import ma.tansiq.committee.web.ThreadPicture.Text;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** The picture of a matter's thread shows each level, each session, who waits, what came back, what follows (rule B4). */
class ThreadPictureTests {

    private static final Instant START = Instant.parse("2027-01-04T09:00:00Z");
    private static final List<Body> BODIES =
            List.of(body("CP4", 4, "COPIL"), body("CP6", 6, "COPIL"), body("COPIL", 50, "CI"), body("CI", 90, null));

    @Test
    void oneProposalShowsTheLevelsAboveItAndItsWait() {
        ThreadPicture picture = drawn(Locale.FRENCH, passage(1, "CP4", "PROPOSED", null, null));

        assertThat(picture.lanes()).extracting(Lane::code).containsExactly("CI", "COPIL", "CP4");
        assertThat(picture.lanes()).extracting(Lane::crossed).containsExactly(false, false, true);
        assertThat(words(card(picture, "session waiting"))).containsExactly("En attente", "depuis le 05/01/2027");
        assertThat(picture.lines()).isEmpty();
    }

    @Test
    void referredMatterWaitsAboveAndItsOriginWaitsForIt() {
        ThreadPicture picture = drawn(
                Locale.FRENCH,
                passage(1, "CP4", "PROPOSED", "CP4-2027-01", "REFERRED_UP"),
                passage(2, "COPIL", "REFERRED_UP", null, null));

        assertThat(lane(picture, card(picture, "session dealt"))).isEqualTo("CP4");
        assertThat(lane(picture, card(picture, "session waiting"))).isEqualTo("COPIL");
        assertThat(picture.labels()).extracting(ThreadPicture.Label::words).containsExactly("attend COPIL");
        assertThat(picture.lines()).extracting(ThreadPicture.Line::kind).containsExactly("waits", "moved");
        assertThat(picture.stands()).containsExactly("CP4 : en attente de la suite donnée par COPIL");
    }

    @Test
    void decisionComesBackToEveryLevelAndActionsShowHowFarTheyAre() {
        MatterFile file = file(
                "CLOSED",
                List.of(
                        passage(1, "CP4", "PROPOSED", "CP4-2027-01", "REFERRED_UP"),
                        passage(2, "COPIL", "REFERRED_UP", "COPIL-2027-01", "REFERRED_UP"),
                        passage(3, "CI", "REFERRED_UP", "CI-2027-01", "DECIDED")),
                List.of(extract("CI-2027-01", "CP4", Extract.Way.SECRETARY), extract("CI-2027-01", "COPIL", null)),
                List.of(
                        action("CI-2027-01", 1, 40, "IN_PROGRESS", LocalDate.of(2027, 6, 30)),
                        action("CI-2027-01", 2, 100, "DONE", LocalDate.of(2027, 1, 5)),
                        action("CI-2027-01", 3, 0, "PLANNED", LocalDate.of(2027, 1, 5))));

        ThreadPicture picture = drawn(Locale.FRENCH, file);

        assertThat(lane(picture, card(picture, "session last"))).isEqualTo("CI");
        assertThat(lane(picture, card(picture, "extract acknowledged"))).isEqualTo("CP4");
        assertThat(lane(picture, card(picture, "extract open"))).isEqualTo("COPIL");
        assertThat(words(card(picture, "extract open"))).contains("à accuser avant le");
        assertThat(words(card(picture, "action open"))).containsExactly("A1 · 40 %", "En cours");
        assertThat(words(card(picture, "action closed"))).containsExactly("A2 · 100 %", "Achevée");
        assertThat(words(card(picture, "action late"))).containsExactly("A3 · 0 %", "En retard");
        assertThat(picture.lines())
                .extracting(ThreadPicture.Line::kind)
                .filteredOn("returned"::equals)
                .hasSize(2);
        assertThat(picture.stands())
                .containsExactly("Extraits accusés : 1 sur 2", "Actions achevées : 1 sur 3 ; en retard : 1");
    }

    @Test
    void matterThatWentSidewaysHasALaneForEachCommittee() {
        ThreadPicture picture = drawn(
                Locale.FRENCH,
                passage(1, "CP4", "PROPOSED", "CP4-2027-01", "REFERRED_UP"),
                passage(2, "CP6", "REFERRED_UP", "CP6-2027-01", "DEFERRED"),
                passage(3, "CP6", "DEFERRED", null, null));

        assertThat(picture.lanes()).extracting(Lane::code).containsExactly("CI", "COPIL", "CP4", "CP6");
        assertThat(picture.stands()).containsExactly("CP4 : en attente de la suite donnée par CP6");
    }

    @Test
    void manyActionsAreCounted() {
        List<FollowUp> actions = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            actions.add(action("CP4-2027-01", number, 0, "PLANNED", LocalDate.of(2027, 6, 30)));
        }
        MatterFile file =
                file("CLOSED", List.of(passage(1, "CP4", "PROPOSED", "CP4-2027-01", "DECIDED")), List.of(), actions);

        ThreadPicture picture = drawn(Locale.FRENCH, file);

        assertThat(picture.cards())
                .filteredOn(each -> each.kind().startsWith("action"))
                .hasSize(4);
        assertThat(picture.labels()).extracting(ThreadPicture.Label::words).containsExactly("et 5 de plus");
    }

    @Test
    void longWordsAreBrokenOrCut() {
        assertThat(ThreadWords.fitted("Renvoyé à l’instance supérieure"))
                .containsExactly("Renvoyé à l’instance", "supérieure");
        assertThat(ThreadWords.fitted("x".repeat(50))).containsExactly("x".repeat(19) + "…");
        assertThat(ThreadWords.fitted("un deux trois quatre cinq six sept huit neuf dix"))
                .hasSize(2);
    }

    @Property(tries = 200)
    void nothingMeetsAndNothingIsOutside(@ForAll("threads") MatterFile file) {
        ThreadPicture picture = drawn(Locale.FRENCH, file);

        List<Card> cards = picture.cards();
        assertThat(cards).hasSizeGreaterThanOrEqualTo(file.passages().size());
        for (Card one : cards) {
            assertThat(one.x()).isNotNegative();
            assertThat(one.right()).isLessThanOrEqualTo(picture.width());
            assertThat(one.y()).isNotNegative();
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(picture.height());
            assertThat(one.texts()).allSatisfy(each -> assertThat(each.y()).isBetween(one.y(), one.y() + one.height()));
            assertThat(cards)
                    .filteredOn(other -> other != one && meet(one, other))
                    .isEmpty();
        }
        assertThat(picture.lanes()).extracting(Lane::code).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void noLineRunsThroughASession(@ForAll("threads") MatterFile file) {
        ThreadPicture picture = drawn(Locale.FRENCH, file);

        List<Card> sessions = picture.cards().stream()
                .filter(each -> each.kind().startsWith("session"))
                .toList();
        for (ThreadPicture.Line line : picture.lines()) {
            for (int[] piece : pieces(line.path())) {
                assertThat(sessions).as(line.path()).noneMatch(each -> crosses(piece, each));
            }
        }
    }

    /** The straight pieces of a path of {@code M}, {@code H} and {@code V}: left, top, right, bottom. */
    private static List<int[]> pieces(String path) {
        List<int[]> pieces = new ArrayList<>();
        String[] parts = path.split(" ");
        int x = Integer.parseInt(parts[0].substring(1));
        int y = Integer.parseInt(parts[1]);
        for (String part : List.of(parts).subList(2, parts.length)) {
            int to = Integer.parseInt(part.substring(1));
            int nextX = part.startsWith("H") ? to : x;
            int nextY = part.startsWith("V") ? to : y;
            pieces.add(new int[] {Math.min(x, nextX), Math.min(y, nextY), Math.max(x, nextX), Math.max(y, nextY)});
            x = nextX;
            y = nextY;
        }
        return pieces;
    }

    private static boolean crosses(int[] piece, Card card) {
        return piece[0] < card.right()
                && piece[2] > card.x()
                && piece[1] < card.y() + card.height()
                && piece[3] > card.y();
    }

    @Property(tries = 100)
    void readFromRightToLeftItIsTheMirrorImage(@ForAll("threads") MatterFile file) {
        ThreadPicture french = drawn(Locale.FRENCH, file);
        ThreadPicture arabic = drawn(new Locale("ar", "MA"), file);

        assertThat(arabic.width()).isEqualTo(french.width());
        assertThat(arabic.cards())
                .extracting(Card::x)
                .containsExactlyElementsOf(french.cards().stream()
                        .map(each -> french.width() - each.right())
                        .toList());
    }

    @Provide
    static Arbitrary<MatterFile> threads() {
        Arbitrary<List<String>> ways =
                Arbitraries.of("CP4", "CP6", "COPIL", "CI").list().ofMinSize(1).ofMaxSize(14);
        return ways.flatMap(bodies -> Arbitraries.integers().between(0, 7).map(actions -> thread(bodies, actions)));
    }

    /** Before these bodies in turn; the last decides, sends extracts to all others, and starts that many actions. */
    private static MatterFile thread(List<String> bodies, int actions) {
        List<Passage> passages = new ArrayList<>();
        for (int number = 1; number <= bodies.size(); number++) {
            boolean last = number == bodies.size();
            String body = bodies.get(number - 1);
            passages.add(passage(
                    number,
                    body,
                    number == 1 ? "PROPOSED" : "REFERRED_UP",
                    body + "-2027-%02d".formatted(number),
                    last ? "DECIDED" : "REFERRED_UP"));
        }
        Passage last = passages.get(passages.size() - 1);
        String meeting = last.meeting() == null ? "" : last.meeting();
        List<Extract> extracts = bodies.stream()
                .distinct()
                .filter(each -> !each.equals(last.body()))
                .map(each -> extract(meeting, each, Extract.Way.DEADLINE))
                .toList();
        List<FollowUp> follow = Stream.iterate(1, each -> each + 1)
                .limit(actions)
                .map(each -> action(meeting, each, each * 10, "IN_PROGRESS", LocalDate.of(2027, 6, 30)))
                .toList();
        return file("CLOSED", passages, extracts, follow);
    }

    private static boolean meet(Card one, Card other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static Card card(ThreadPicture picture, String kind) {
        return picture.cards().stream()
                .filter(each -> each.kind().equals(kind))
                .reduce((one, other) -> {
                    throw new AssertionError("two " + kind);
                })
                .orElseThrow(() -> new AssertionError("no " + kind));
    }

    private static String lane(ThreadPicture picture, Card card) {
        return picture.lanes().stream()
                .filter(each -> each.top() <= card.y() && card.y() + card.height() <= each.top() + each.height())
                .map(Lane::code)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Card card) {
        return card.texts().stream().map(Text::words).toList();
    }

    private static ThreadPicture drawn(Locale locale, Passage... passages) {
        return drawn(locale, file("BACKLOG", List.of(passages), List.of(), List.of()));
    }

    private static ThreadPicture drawn(Locale locale, MatterFile file) {
        var texts = new ReloadableResourceBundleMessageSource();
        texts.setBasename("classpath:i18n/dashboard");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        Clock clock = Clock.fixed(START.plusSeconds(40 * 86_400), ZoneOffset.UTC);
        return new ThreadPictures(texts, clock).of(file, BODIES, locale);
    }

    private static MatterFile file(
            String status, List<Passage> passages, List<Extract> extracts, List<FollowUp> actions) {
        Passage last = passages.get(passages.size() - 1);
        MatterFile.Head head = new MatterFile.Head(
                "SNIA-2027-0001",
                passages.get(0).body(),
                last.body(),
                "Titre",
                "Texte",
                1,
                status,
                "INTERNAL",
                null,
                START,
                null);
        return new MatterFile(head, passages, List.of(), extracts, actions, List.of(), Optional.empty());
    }

    private static Passage passage(
            int number, String body, String way, @Nullable String meeting, @Nullable String outcome) {
        Instant since = START.plusSeconds(number * 86_400L);
        return new Passage(
                number, body, way, null, since, meeting, meeting == null ? null : since, outcome, 1, null, null);
    }

    private static Extract extract(String meeting, String body, Extract.@Nullable Way way) {
        Instant sent = START.plusSeconds(20 * 86_400);
        return new Extract(
                meeting,
                "SNIA-2027-0001",
                body,
                1,
                sent,
                sent.plusSeconds(7 * 86_400),
                way == null ? null : sent,
                way == Extract.Way.SECRETARY ? "sec" : null,
                way,
                null);
    }

    private static FollowUp action(String meeting, int number, int progress, String status, LocalDate due) {
        return new FollowUp(meeting + "-A" + number, meeting, "Publier", "m1.cp4", due, status, progress);
    }

    private static Body body(String code, int position, @Nullable String parent) {
        return new Body(
                code,
                position,
                "Instance " + code,
                null,
                null,
                "CP",
                parent,
                null,
                null,
                "CONFIRMED",
                false,
                null,
                "CP",
                MeetingProcess.PROGRAMME_COMMITTEE_MEETING,
                null,
                null,
                null);
    }
}
