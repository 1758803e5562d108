package ma.tansiq.committee.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.engine.DecisionTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Rule A3. */
@TansiqTest
class MeetingRulesTests {

    @Autowired
    MeetingRulesTable table;

    @Autowired
    DecisionTables tables;

    @ParameterizedTest
    @CsvSource({"CP, 5, 3", "COPIL, 10, 5", "CI, 15, 5"})
    void noticeAndPapersFollowTheLevel(String level, int notice, int papers) {
        assertThat(table.of(level).notice()).isEqualTo(notice);
        assertThat(table.of(level).papers()).isEqualTo(papers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CP", "COPIL", "CI"})
    void theRestIsTheSameForAll(String level) {
        MeetingRules rules = table.of(level);
        assertThat(rules.minutesDue()).isEqualTo(5);
        assertThat(rules.silence()).isEqualTo(5);
        assertThat(rules.acknowledgement()).isEqualTo(5);
        assertThat(rules.proxiesCount()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CP", "COPIL", "CI"})
    void intakeClosesAfterTheConvocationAndLeavesTwoDaysBeforeThePapers(String level) {
        MeetingRules rules = table.of(level);
        assertThat(rules.intakeClosing()).isBetween(rules.papers() + 2, rules.notice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CP", "COPIL", "CI"})
    void dueDatesOfTasksAgreeWithTheRules(String level) {
        MeetingRules rules = table.of(level);
        assertThat(days("Task_ProposeItems", level)).isEqualTo(rules.intakeClosing());
        assertThat(days("Task_ComposeAgenda", level)).isBetween(rules.papers() + 1, rules.intakeClosing() - 1);
        assertThat(days("Task_ApproveAgenda", level)).isEqualTo(rules.papers());
        assertThat(days("Task_DraftMinutes", level)).isEqualTo(rules.minutesDue());
        assertThat(days("Task_ReviewMinutes", level)).isEqualTo(rules.silence());
    }

    private int days(String task, String level) {
        Object days = tables.evaluate("TaskDeadlines", Map.of("taskKind", task, "level", level))
                .get(0)
                .get("workingDays");
        return ((Number) Objects.requireNonNull(days)).intValue();
    }

    @Test
    void quorumIsHalfOfTheVotingMembersAndNoneAtTheSecondConvocation() {
        MeetingRules rules = table.of("CP");
        assertThat(rules.quorum(10, 1)).isEqualTo(5);
        assertThat(rules.quorum(11, 1)).isEqualTo(6);
        assertThat(rules.quorum(11, 2)).isZero();
    }
}
