package ma.tansiq.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ContentDisposition;

class FileNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.pdf",
                "C:\\Windows\\note.pdf",
                "note.pdf\r\nSet-Cookie: a=b",
                "note\u0000.pdf",
                "facture\u202Efdp.exe.pdf",
                "note\u2066.pdf",
                "\"note\".pdf",
                "<script>.pdf",
                ".htaccess",
                "note.pdf."
            })
    void refusesHostileNames(String hostile) {
        assertThatThrownBy(() -> FileName.of(hostile))
                .extracting("messageKey")
                .isEqualTo("refusal.document.name-unsafe");
    }

    @Test
    void refusesBlankAndEndlessNames() {
        assertThatThrownBy(() -> FileName.of(" \u200F "))
                .extracting("messageKey")
                .isEqualTo("refusal.document.name-missing");
        assertThatThrownBy(() -> FileName.of("a".repeat(197) + ".pdf"))
                .extracting("messageKey")
                .isEqualTo("refusal.document.name-too-long");
    }

    @Test
    void keepsArabicAndAccentsInComposedForm() {
        assertThat(FileName.of("محضر الاجتماع\u200F.pdf").value()).isEqualTo("محضر الاجتماع.pdf");
        assertThat(FileName.of("proce\u0300s-verbal.pdf").value()).isEqualTo("procès-verbal.pdf");
    }

    @Test
    void typeFollowsTheLastExtension() {
        assertThat(FileName.of("Note.PDF").type()).isEqualTo(DocumentType.PDF);
        assertThatThrownBy(() -> FileName.of("note.pdf.exe").type())
                .extracting("messageKey")
                .isEqualTo("refusal.document.type-not-allowed");
        assertThatThrownBy(() -> FileName.of("note").type())
                .extracting("messageKey")
                .isEqualTo("refusal.document.extension-missing");
    }

    @Test
    void attachmentHeaderCarriesAnyNameInAsciiAndIsReadBack() {
        String header = FileName.of("محضر d'août; 100%.pdf").asAttachment();

        assertThat(header)
                .matches("\\p{ASCII}+")
                .startsWith("attachment; filename=\"____ d'ao_t_ 100_.pdf\"; filename*=UTF-8''");
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo("محضر d'août; 100%.pdf");
    }
}
