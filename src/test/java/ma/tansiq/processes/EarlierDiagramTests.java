package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What instances on earlier diagrams still ask of the code and of the decision tables, which are always today's. */
class EarlierDiagramTests {

    private static final Beans BEANS = new Beans();
    private static final Rules RULES = new Rules();

    static List<Diagram> diagrams() {
        return Models.earlierDiagrams();
    }

    static Stream<UserTaskModelTests.Work> work() {
        return UserTaskModelTests.work(diagrams());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyCallStillReachesAMethod(Diagram diagram) {
        BEANS.answer(diagram);
    }

    @ParameterizedTest
    @MethodSource("work")
    void everyTaskStillHasItsRules(UserTaskModelTests.Work work) {
        for (String level : List.of("CP", "COPIL", "CI")) {
            assertThat(RULES.due(work.kind(), level)).as("due date, " + level).isPresent();
            for (int step = 1; step <= 3; step++) {
                assertThat(RULES.escalation(work.kind(), level, step).isPresent())
                        .as("escalation %d, %s", step, level)
                        .isNotEqualTo(work.diagram().closesByItself(work.task()));
            }
        }
        assertThat(RULES.reminder(work.kind(), "first")).isPresent();
        assertThat(RULES.find("TaskAnnouncements", Map.of("taskKind", work.kind()), "announcement"))
                .isPresent();
    }
}
