package ma.tansiq.committee.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.engine.OpenDeadline;
import ma.tansiq.engine.OpenTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a task in a list leads to: the page of what it is about (web.md). */
class TaskLineTests {

    @ParameterizedTest
    @CsvSource({
        "CP11-2026-Q2, '', /coordination/reports/CP11-2026-Q2",
        "CP11-2026-03, CP11-2026-03, /coordination/meetings/CP11-2026-03",
        "CP11-2026-03-A1, CP11-2026-03, /coordination/meetings/CP11-2026-03",
        "CP11-2026-Q7, '', ''",
        "2026-11-24, '', ''"
    })
    void leadsToThePageOfWhatItIsAbout(String reference, String meeting, String address) {
        TaskLine line = new TaskLine("1", "Tâche", reference, meeting, "Personne", true, null, true, false);
        assertThat(line.address()).isEqualTo(address);
    }

    /** The engine wants a date of every timer: one that does nothing has the due date. */
    @Test
    void reminderThatDoesNotComeIsNotForetold() {
        Instant due = Instant.parse("2026-12-18T16:30:00Z");
        OpenDeadline task = new OpenDeadline(
                new OpenTask(
                        "1",
                        "Task_ReportActionProgress",
                        "Rendre compte",
                        "CP11-2026-01-A1",
                        "1",
                        Optional.of("m1.cp11"),
                        Optional.empty(),
                        List.of(),
                        due.minusSeconds(86_400),
                        Optional.of(due)),
                Map.of());
        assertThat(TaskTimeline.isVoid(due, task)).isTrue();
        assertThat(TaskTimeline.isVoid(due.minusSeconds(28_800), task)).isFalse();
    }
}
