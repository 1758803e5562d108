package ma.tansiq.committee.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Meetings;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever sessions, corrections, deferrals, referrals and decisions follow each other: every matter has one open passage
 * or is closed (rules B1, B2, B5), every extract is acknowledged before its session's loop closes (rule B3), and nothing
 * vanishes. Sessions are written as their records leave them; what follows from them is done by the use cases themselves.
 */
@TansiqTest
class MatterThreadProperties {

    private static final List<String> BODIES = List.of("CP7", "CP8", "COPIL", "CI");
    private static final Map<String, String> ABOVE = Map.of("CP7", "COPIL", "CP8", "COPIL", "COPIL", "CI");

    @Autowired
    AgendaManagement agendas;

    @Autowired
    MatterManagement matters;

    @Autowired
    ExtractManagement extracts;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient database;

    private final Map<String, Known> known = new LinkedHashMap<>();
    private final List<Session> sessions = new ArrayList<>();

    /** What must be true of a matter, told apart from how the application keeps it. */
    private static final class Known {
        final List<String> before = new ArrayList<>();
        int version = 1;
        boolean closed;

        String body() {
            return before.get(before.size() - 1);
        }
    }

    private static final class Session {
        final String reference;
        final String body;
        final List<String> items;
        final Set<String> decided = new HashSet<>();
        /** What its loops wait for: each begins with what is to be acknowledged then, as the diagrams do. */
        final Set<ExtractKey> awaited = new LinkedHashSet<>();

        boolean held;
        boolean sealed;

        Session(String reference, String body, List<String> items) {
            this.reference = reference;
            this.body = body;
            this.items = items;
        }
    }

    enum Kind {
        PROPOSE,
        CONVENE,
        HOLD,
        CORRECT,
        SEAL,
        ACKNOWLEDGE,
        CORRECT_MINUTES
    }

    /** @param choice of which, and of what comes of it */
    record Step(Kind kind, int choice) {}

    private record Row(String reference, String status, String body, int passage, int textVersion) {}

    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @AfterTry
    void leaveNothingOpen() {
        sessions.forEach(each -> database.sql("update meeting set status = 'CANCELLED' where reference = ?")
                .param(each.reference)
                .update());
        known.keySet()
                .forEach(each -> database.sql("update matter set status = 'CLOSED' where reference = ?")
                        .param(each)
                        .update());
        known.clear();
        sessions.clear();
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void everyMatterIsSomewhereAndEveryLoopCloses(@ForAll("steps") List<Step> steps) {
        propose(0);
        propose(1);
        for (Step step : steps) {
            take(step);
            everyMatterHasOneOpenPassageOrIsClosed();
            everyLoopStandsForItsExtracts();
        }
        finish();
        everyMatterHasOneOpenPassageOrIsClosed();
        everyLoopStandsForItsExtracts();
        assertThat(database.sql("select count(*) from extract where meeting in (:held) and acknowledged_at is null")
                        .param(
                                "held",
                                sessions.stream().map(each -> each.reference).toList())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds = Arbitraries.of(
                Kind.PROPOSE,
                Kind.CONVENE,
                Kind.CONVENE,
                Kind.HOLD,
                Kind.HOLD,
                Kind.CORRECT,
                Kind.SEAL,
                Kind.ACKNOWLEDGE,
                Kind.CORRECT_MINUTES);
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 9_999))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    // what happens

    private void take(Step step) {
        switch (step.kind()) {
            case PROPOSE -> propose(step.choice());
            case CONVENE -> convene(BODIES.get(step.choice() % BODIES.size()), step.choice());
            case HOLD ->
                sessions.stream().filter(each -> !each.held).findFirst().ifPresent(each -> hold(each, step.choice()));
            case CORRECT -> correct(step.choice());
            case SEAL ->
                sessions.stream()
                        .filter(each -> each.held && !each.sealed)
                        .findFirst()
                        .ifPresent(this::seal);
            case ACKNOWLEDGE -> open().stream().findFirst().ifPresent(each -> acknowledge(each, step.choice()));
            case CORRECT_MINUTES ->
                sessions.stream().filter(each -> each.sealed).findFirst().ifPresent(this::correctMinutes);
        }
    }

    private void propose(int choice) {
        String body = BODIES.get(choice % 2);
        String reference =
                agendas.open(body, "Affaire " + choice, "Texte", "m1.cp7").reference();
        Known matter = new Known();
        matter.before.add(body);
        known.put(reference, matter);
    }

    /** Puts what waits for that body on an agenda; sometimes all but the first. */
    private void convene(String body, int choice) {
        List<String> onAgenda = sessions.stream()
                .filter(each -> !each.held)
                .flatMap(each -> each.items.stream())
                .toList();
        List<String> waiting = known.entrySet().stream()
                .filter(each ->
                        !each.getValue().closed && each.getValue().body().equals(body))
                .map(Map.Entry::getKey)
                .filter(each -> !onAgenda.contains(each))
                .skip(choice % 7 == 0 ? 1 : 0)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        Session session = new Session(write(body), body, waiting);
        for (int i = 0; i < waiting.size(); i++) {
            database.sql("""
                            insert into agenda_item (meeting, position, matter, passage, title, text, text_version)
                            select :meeting, :position, reference, passage, title, text, text_version
                              from matter where reference = :matter""")
                    .param("meeting", session.reference)
                    .param("position", i + 1)
                    .param("matter", waiting.get(i))
                    .update();
        }
        database.sql("update matter set status = 'ON_AGENDA' where reference in (:items)")
                .param("items", waiting)
                .update();
        sessions.add(session);
    }

    private String write(String body) {
        return database.sql("""
                        insert into meeting (reference, version, body, year, number, status, session, opened_by, opened_at,
                                             starts_at, ends_at, sequence, agenda_status)
                        select :body || '-2001-' || lpad((count(*) + 1)::text, 2, '0'), 1, :body, 2001, count(*) + 1,
                               'CONVENED', 1, 'coord', now(), timestamptz '2001-03-01 10:00Z',
                               timestamptz '2001-03-01 12:00Z', 0, 'APPROVED'
                          from meeting where body = :body and year = 2001
                        returning reference""").param("body", body).query(String.class).single();
    }

    /** Records an outcome for each item, as a signed record has it, and lets follow what follows. */
    private void hold(Session session, int choice) {
        List<String> outcomes = outcomes(session, choice);
        for (int i = 0; i < outcomes.size(); i++) {
            database.sql("update agenda_item set outcome = :outcome where meeting = :meeting and position = :position")
                    .param("outcome", outcomes.get(i))
                    .param("meeting", session.reference)
                    .param("position", i + 1)
                    .update();
        }
        database.sql("update meeting set status = 'MINUTES_DRAFT', version = version + 1 where reference = ?")
                .param(session.reference)
                .update();
        matters.settle(meetings.required(session.reference));
        session.held = true;
        for (int i = 0; i < outcomes.size(); i++) {
            Known matter = matter(session.items.get(i));
            switch (outcomes.get(i)) {
                case "DEFERRED" -> matter.before.add(session.body);
                case "REFERRED_UP" -> matter.before.add(ABOVE.get(session.body));
                default -> {
                    matter.closed = true;
                    session.decided.add(session.items.get(i));
                }
            }
        }
    }

    private static List<String> outcomes(Session session, int choice) {
        List<String> possible = session.body.equals("CI")
                ? List.of("DECIDED", "DEFERRED", "NOTED", "REJECTED")
                : List.of("REFERRED_UP", "DECIDED", "REFERRED_UP", "DEFERRED", "WITHDRAWN");
        return IntStream.range(0, session.items.size())
                .mapToObj(i -> possible.get((choice + i * 3) % possible.size()))
                .toList();
    }

    private void correct(int choice) {
        List<String> open = known.entrySet().stream()
                .filter(each -> !each.getValue().closed)
                .map(Map.Entry::getKey)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        String reference = open.get(choice % open.size());
        Known matter = matter(reference);
        matters.correct(reference, matter.version, "Titre " + choice, "Texte " + choice, "Erreur", "coord");
        matter.version++;
        sessions.stream()
                .filter(each -> !each.held && each.items.contains(reference))
                .forEach(each -> assertThat(textOn(each, reference)).isEqualTo("Texte " + choice));
    }

    private String textOn(Session session, String matter) {
        return database.sql("select text from agenda_item where meeting = ? and matter = ?")
                .params(session.reference, matter)
                .query(String.class)
                .single();
    }

    private void seal(Session session) {
        extracts.returnExtracts(session.reference);
        extracts.returnExtracts(session.reference);
        session.awaited.addAll(extracts.openExtracts(session.reference));
        session.sealed = true;
    }

    private void correctMinutes(Session session) {
        if (extracts.returnCorrected(session.reference, session.decided)) {
            session.awaited.addAll(extracts.openExtracts(session.reference));
        }
    }

    private void acknowledge(ExtractKey extract, int choice) {
        if (choice % 2 == 0) {
            extracts.acknowledge(extract, "sec." + extract.body().toLowerCase(Locale.ROOT));
        } else {
            extracts.acknowledgeByDeadline(extract);
        }
        sessions.forEach(each -> each.awaited.remove(extract));
    }

    /** What the loops of all sessions still wait for. */
    private List<ExtractKey> open() {
        return sessions.stream().flatMap(each -> each.awaited.stream()).toList();
    }

    /** Holds what is convened and what waits, seals it, and acknowledges until every loop is closed. */
    private void finish() {
        sessions.stream().filter(each -> !each.held).forEach(each -> hold(each, 1));
        for (String body : List.of("CP7", "CP8", "COPIL", "CI")) {
            convene(body, 1);
            sessions.stream().filter(each -> !each.held).forEach(each -> hold(each, 4));
        }
        sessions.stream().filter(each -> !each.sealed).forEach(this::seal);
        open().forEach(each -> acknowledge(each, 0));
    }

    // what must be true

    private void everyMatterHasOneOpenPassageOrIsClosed() {
        Map<String, Row> rows = database
                .sql("select reference, status, body, passage, text_version from matter where reference in (:known)")
                .param("known", known.keySet())
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::reference, each -> each));
        assertThat(rows.keySet()).isEqualTo(known.keySet());
        known.forEach((reference, matter) -> {
            Row row = Objects.requireNonNull(rows.get(reference));
            assertThat(passages(reference)).as(reference).isEqualTo(matter.before);
            assertThat(row.body()).as(reference).isEqualTo(matter.body());
            assertThat(row.passage()).as(reference).isEqualTo(matter.before.size());
            assertThat(row.status().equals("CLOSED")).as(reference).isEqualTo(matter.closed);
            assertThat(dealtWith(reference))
                    .as("passages of %s that are over", reference)
                    .isEqualTo(IntStream.rangeClosed(1, matter.before.size() - (matter.closed ? 0 : 1))
                            .boxed()
                            .toList());
            assertThat(row.textVersion()).as(reference).isEqualTo(matter.version);
            assertThat(earlierTexts(reference)).as(reference).isEqualTo(matter.version - 1);
        });
    }

    /** The bodies that it came before, one for each passage. */
    private List<String> passages(String matter) {
        return database.sql("""
                        select body from (select 1 as passage, first_body as body from matter where reference = :matter
                                          union all select passage, body from referral where matter = :matter) p
                         order by passage""").param("matter", matter).query(String.class).list();
    }

    private List<Integer> dealtWith(String matter) {
        return database.sql("select passage from agenda_item where matter = ? and outcome is not null order by passage")
                .param(matter)
                .query(Integer.class)
                .list();
    }

    private int earlierTexts(String matter) {
        return database.sql("select count(*) from matter_earlier_text where matter = ?")
                .param(matter)
                .query(Integer.class)
                .single();
    }

    /** Of what a session decided, every other body that the matter came through has an extract; the loop waits for each. */
    private void everyLoopStandsForItsExtracts() {
        for (Session session : sessions) {
            Set<String> expected = session.sealed ? expected(session) : Set.of();
            assertThat(latest(session)).as(session.reference).isEqualTo(expected);
            assertThat(unacknowledged(session))
                    .as("loops of " + session.reference)
                    .isEqualTo(session.awaited);
        }
    }

    private Set<String> expected(Session session) {
        return session.decided.stream()
                .filter(each -> matter(each).before.size() > 1)
                .flatMap(each -> matter(each).before.stream()
                        .filter(body -> !body.equals(session.body))
                        .map(body -> each + " " + body))
                .collect(Collectors.toSet());
    }

    private Set<String> latest(Session session) {
        return new HashSet<>(database.sql("select distinct matter || ' ' || body from extract where meeting = ?")
                .param(session.reference)
                .query(String.class)
                .list());
    }

    private Set<ExtractKey> unacknowledged(Session session) {
        return new HashSet<>(database.sql("""
                        select meeting, matter, body, round from extract
                        where meeting = ? and acknowledged_at is null""")
                .param(session.reference)
                .query(ExtractKey.class)
                .list());
    }

    private Known matter(String reference) {
        return Objects.requireNonNull(known.get(reference), reference);
    }
}
