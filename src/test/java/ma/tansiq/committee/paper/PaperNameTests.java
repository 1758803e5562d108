package ma.tansiq.committee.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ma.tansiq.committee.paper.PaperName.Kind;
import ma.tansiq.committee.paper.PaperName.Language;
import ma.tansiq.committee.paper.PaperName.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperNameTests {

    static List<PaperName> names() {
        PaperName minutes = PaperName.of(Kind.MINUTES, 2);
        return List.of(
                minutes,
                minutes.in(Language.ARABIC),
                minutes.in(Stage.DRAFT, 3),
                minutes.in(Stage.TO_SIGN, 11),
                PaperName.of(Kind.DECISION_RECORD, 1).in(Stage.DRAFT, 0),
                PaperName.of(Kind.AGENDA_PACK, 1).in(Language.ARABIC));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrittenIsReadAgain(PaperName name) {
        assertThat(PaperName.read("CP11-2026-03", name.file("CP11-2026-03"))).contains(name);
    }

    @Test
    void namesAreThoseThatPeopleKnow() {
        assertThat(names().stream().map(each -> each.file("CP11-2026-03")))
                .containsExactly(
                        "CP11-2026-03-proces-verbal-v2.pdf",
                        "CP11-2026-03-proces-verbal-v2-ar.pdf",
                        "CP11-2026-03-proces-verbal-v2-projet-3.pdf",
                        "CP11-2026-03-proces-verbal-v2-a-signer-11.pdf",
                        "CP11-2026-03-releve-de-decisions-projet.pdf",
                        "CP11-2026-03-dossier-de-seance-ar.pdf");
    }

    @Test
    void draftOfACorrectionLeavesTheSealedMinutesInForce() {
        PaperName sealed = PaperName.of(Kind.MINUTES, 1);
        PaperName firstDraft = sealed.in(Stage.DRAFT, 1);
        PaperName correction = PaperName.of(Kind.MINUTES, 2).in(Stage.DRAFT, 2);

        assertThat(correction.standsBeside(List.of())).isTrue();
        assertThat(sealed.standsBeside(List.of(correction))).isTrue();
        assertThat(firstDraft.standsBeside(List.of(correction, sealed))).isFalse();
        assertThat(sealed.standsBeside(List.of(PaperName.of(Kind.MINUTES, 2), correction)))
                .isFalse();
        assertThat(sealed.in(Language.ARABIC).standsBeside(List.of(PaperName.of(Kind.MINUTES, 2))))
                .as("another language")
                .isTrue();
        assertThat(sealed.standsBeside(List.of(PaperName.of(Kind.DECISION_RECORD, 2))))
                .as("another paper")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan.pdf",
                "CP11-2026-03-annexe.pdf",
                "CP11-2026-04-proces-verbal.pdf",
                "CP11-2026-03-proces-verbal.docx",
                "CP11-2026-03-",
                ""
            })
    void anythingElseIsAFileThatSomebodyHandedIn(String file) {
        assertThat(PaperName.read("CP11-2026-03", file)).isEmpty();
    }
}
