package ma.tansiq.committee.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The interministerial committee's sessions. */
class InterministerialSessionProcessTests extends UpperBodyPaths {

    InterministerialSessionProcessTests() {
        super("CI");
    }

    @Override
    List<String> refer(String title) {
        referUp("CP5", title);
        referFurther("COPIL", title);
        return List.of("CP5", "COPIL");
    }

    @Test
    void nothingIsReferredFromTheTop() {
        String meeting = stage.inSession("CI", "Affaire propre");

        assertThatThrownBy(() -> stage.does(
                        "sec.ci",
                        meeting,
                        "Task_RecordSession",
                        stage.record(
                                meeting,
                                "chair.ci",
                                List.of("chair.ci", "m1.ci", "m2.ci", "m3.ci"),
                                List.of(Map.of("position", 1, "outcome", "REFERRED_UP")))))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.nothingAbove");
    }
}
