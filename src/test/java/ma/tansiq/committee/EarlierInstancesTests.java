package ma.tansiq.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.Detours.Way;
import ma.tansiq.committee.MeetingCourse.Step;
import ma.tansiq.committee.action.ActionManagement;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What began on the foundation's diagrams, and waits at any of their wait states when today's version starts, goes on with
 * today's classes and decision tables and ends on the foundation's diagrams.
 */
@TansiqTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierInstancesTests {

    @Autowired
    CommitteeStage stage;

    @Autowired
    Upgrade upgrade;

    @Autowired
    EngineView engine;

    @Autowired
    Detours detours;

    @Autowired
    ActionManagement actions;

    private final Map<Stand, MeetingCourse> parked = new LinkedHashMap<>();
    private final Set<String> waits = new TreeSet<>();
    private String foundation = "";

    /** A meeting of that body that waits for this step during the upgrade, and how it goes on. */
    record Stand(String body, Step before, Way way) {

        String title() {
            return "%s, %s, %s".formatted(body, before, way);
        }
    }

    static List<Stand> stands() {
        List<Stand> stands = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step.compareTo(Step.SEAL) <= 0) {
                stands.add(new Stand("CP1", step, Way.AS_USUAL));
            }
        }
        stands.add(new Stand("CP2", Step.COMPOSE, Way.RESCHEDULED));
        stands.add(new Stand("CP2", Step.COMPOSE, Way.RECONFIRMED));
        stands.add(new Stand("CP2", Step.APPROVE, Way.AGENDA_RETURNED));
        stands.add(new Stand("CP2", Step.START, Way.CANCELLED));
        stands.add(new Stand("CP2", Step.SIGN_MINUTES, Way.MINUTES_RETURNED));
        for (String body : List.of("CP2", "COPIL", "CI")) {
            stands.add(new Stand(body, Step.RECORD, Way.CANCELLED));
            stands.add(new Stand(body, Step.RECORD, Way.ROUNDABOUT));
        }
        for (String body : List.of("COPIL", "CI")) {
            for (Step step :
                    List.of(Step.DRAFT_RECORD, Step.SIGN, Step.DISPATCH, Step.DRAFT_MINUTES, Step.RETURN_EXTRACTS)) {
                stands.add(new Stand(body, step, Way.AS_USUAL));
            }
            stands.add(new Stand(body, Step.ACKNOWLEDGE, Way.BY_DEADLINE));
        }
        return stands;
    }

    @BeforeAll
    void upgradeWhileTheyWait() {
        foundation = upgrade.toTheFoundation();
        List<String> forReview = titles("COPIL");
        List<String> forGovernment = titles("CI");
        refer("CP4", Stream.concat(forReview.stream(), forGovernment.stream()).toList());
        refer("COPIL", forGovernment);
        stands().forEach(stand -> parked.put(stand, park(stand)));
        report(actionOf(Step.REVIEW), 100);
        for (MeetingCourse course : parked.values()) {
            waits.addAll(engine.waits(course.reference()));
            waits.addAll(engine.waits(course.action()));
        }
        upgrade.toToday();
    }

    private static List<String> titles(String body) {
        return stands().stream()
                .filter(stand -> stand.body().equals(body))
                .map(Stand::title)
                .toList();
    }

    private void refer(String body, List<String> titles) {
        MeetingCourse.referring(stage, body, titles).toItsEnd();
    }

    private MeetingCourse park(Stand stand) {
        MeetingCourse course =
                MeetingCourse.deciding(stage, stand.body(), stand.title()).upTo(stand.before());
        detours.enter(stand.way(), course);
        return course;
    }

    @AfterAll
    void backToToday() {
        upgrade.forget(foundation);
        ClockUtil.reset();
    }

    @Test
    void somethingWaitsAtEachWaitState() {
        assertThat(waits).containsExactlyInAnyOrderElementsOf(engine.waitStates(foundation));
    }

    @ParameterizedTest
    @MethodSource("stands")
    void meetingEndsOnTheDiagramsThatItBeganOn(Stand stand) {
        MeetingCourse course = Objects.requireNonNull(parked.get(stand));
        course.setClock(stand.before());
        if (stand.way() == Way.AS_USUAL) {
            engine.remindAndEscalate(course.reference());
        }

        detours.take(stand.way(), course);

        assertThat(stage.ended(course.reference())).isTrue();
        assertThat(engine.deploymentsOf(course.reference())).containsOnly(foundation);
    }

    @Test
    void actionEndsOnTheDiagramThatItBeganOn() {
        String action = actionOf(Step.REVIEW);
        engine.remindAndEscalate(action);

        confirm(action, Map.of("decision", "reopen", "remark", "Annexe absente"));
        report(action, 40);
        report(action, 100);
        confirm(action, Map.of("decision", "confirm"));

        assertThat(stage.ended(action)).isTrue();
        assertThat(engine.deploymentsOf(action)).containsOnly(foundation);
    }

    @Test
    void actionThatIsCancelledEnds() {
        String action = actionOf(Step.DRAFT_MINUTES);
        engine.remindAndEscalate(action);

        actions.cancel(action, "Remplacée par une autre", "chair.cp1");

        assertThat(stage.ended(action)).isTrue();
        assertThat(engine.deploymentsOf(action)).containsOnly(foundation);
    }

    @Test
    void whatBeginsNowBeginsOnTodaysDiagrams() {
        MeetingCourse course = MeetingCourse.deciding(stage, "CP1", "Point nouveau");

        assertThat(engine.deploymentsOf(course.reference()))
                .doesNotContain(foundation)
                .hasSize(1);
        detours.take(Way.CANCELLED, course);
    }

    private String actionOf(Step before) {
        return Objects.requireNonNull(parked.get(new Stand("CP1", before, Way.AS_USUAL)))
                .action();
    }

    private void report(String action, int progress) {
        stage.does(
                "m1.cp1",
                action,
                "Task_ReportActionProgress",
                Map.of("progress", progress, "comment", "Avancement", "evidence", "Registre n° 17"));
    }

    private void confirm(String action, Map<String, String> answers) {
        stage.does("sec.cp1", action, "Task_ConfirmCompletion", answers);
    }
}
