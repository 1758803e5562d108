package ma.tansiq.committee.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The steering committee's meetings. */
class SteeringReviewProcessTests extends UpperBodyPaths {

    SteeringReviewProcessTests() {
        super("COPIL");
    }

    @Override
    List<String> refer(String title) {
        referUp("CP4", title);
        return List.of("CP4");
    }

    @Test
    void deferredMatterComesBackAsAPassageOfItsOwn() {
        String first = stage.inSession("CP6", "Plan triennal");
        stage.does(
                "sec.cp6",
                first,
                "Task_RecordSession",
                stage.record(
                        first,
                        "chair.cp6",
                        List.of("chair.cp6", "m1.cp6", "m2.cp6"),
                        List.of(Map.of("position", 1, "outcome", "DEFERRED"))));
        stage.engineWorks(first);
        stage.does("chair.cp6", first, "Task_SignDecisions", Map.of("decision", "sign"));

        String second = stage.convened("CP6");

        assertThat(agendas.candidates(second))
                .filteredOn(each -> each.title().equals("Plan triennal"))
                .singleElement()
                .satisfies(each -> assertThat(each.passage()).isEqualTo(2));
    }
}
