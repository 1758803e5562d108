package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule is tried by its own table (rule A3); what the table has not is refused. */
class RuleChangesTests {

    private static final byte[] TABLE = ReplayStart.table();

    private final List<String> problems = new ArrayList<>();

    @Test
    void changesOneNumberOfOneLevelAndNothingElse() {
        String changed = changed(Map.of("CP.silence", "3"));

        assertThat(problems).isEmpty();
        assertThat(rules(changed, "CP"))
                .containsEntry("silence", 3)
                .containsEntry("notice", 5)
                .containsEntry("minutesDue", 5);
        assertThat(rules(changed, "COPIL")).containsEntry("silence", 5).containsEntry("notice", 10);
    }

    @Test
    void changesANumberOfEveryLevelWhenNoneIsNamed() {
        String changed = changed(Map.of("silence", "3", "COPIL.quorumPercent", "60", "CP.proxiesCount", "true"));

        assertThat(problems).isEmpty();
        assertThat(List.of("CP", "COPIL", "CI"))
                .allSatisfy(level -> assertThat(rules(changed, level)).containsEntry("silence", 3));
        assertThat(rules(changed, "COPIL")).containsEntry("quorumPercent", 60);
        assertThat(rules(changed, "CP")).containsEntry("proxiesCount", true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CP.silense|3|the table has no rule silense",
                "CPX.silence|3|there is no level CPX",
                "CP.silence|-1|has to be a whole number from 0 to 365",
                "CP.silence|many|has to be a whole number from 0 to 365",
                "CP.silence|366|has to be a whole number from 0 to 365",
                "CP.silence|2.5|has to be a whole number from 0 to 365",
                "CP.quorumPercent|101|has to be a whole number from 0 to 100",
                "CP.proxiesCount|1|has to be true or false",
                "CP.notice|4|proposals would close 5 working days before the session",
                "CP.papers|4|proposals would close 5 working days before the session",
            })
    void refusesWhatTheTableHasNot(String rule, String value, String reason) {
        changed(Map.of(rule, value));

        assertThat(problems).singleElement().asString().contains(reason);
    }

    private String changed(Map<String, String> values) {
        return new RuleChanges(values).in(TABLE, problems);
    }

    private static Map<String, Object> rules(String table, String level) {
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        DmnDecision decision = engine.parseDecision(
                "MeetingRules",
                new java.io.ByteArrayInputStream(table.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return engine.evaluateDecisionTable(decision, Map.of("level", level))
                .getSingleResult()
                .getEntryMap();
    }
}
