package ma.tansiq.committee.web;

import static org.assertj.core.api.Assertions.assertThat;

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
}
