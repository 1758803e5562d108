package ma.tansiq.document;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DocumentPageTests {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final StoredDocument MINUTES = new StoredDocument(
            ID,
            "CP11-2026-03",
            "محضر.pdf",
            "application/pdf",
            3,
            "ab".repeat(32),
            Instant.parse("2026-11-24T09:00:00Z"));

    private final Documents documents = mock();

    @Test
    void servesAnAttachmentThatBrowsersNeitherShowNorGuess() throws Exception {
        page(List.of((document, account) -> account.equals("sec.cp11")))
                .perform(get("/documents/" + ID).principal(() -> "sec.cp11"))
                .andExpect(status().isOk())
                .andExpect(content().bytes(new byte[] {1, 2, 3}))
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Length", "3"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"____.pdf\"; filename*=UTF-8''%D9%85%D8%AD%D8%B6%D8%B1.pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"));
    }

    @Test
    void doesNotSendAgainWhatTheReaderHas() throws Exception {
        page(List.of((document, account) -> true))
                .perform(get("/documents/" + ID)
                        .principal(() -> "sec.cp11")
                        .header("If-None-Match", "\"" + "ab".repeat(32) + "\""))
                .andExpect(status().isNotModified());
    }

    @Test
    void isUnknownToWhomNobodyGrantsIt() throws Exception {
        page(List.of((document, account) -> account.equals("sec.cp11")))
                .perform(get("/documents/" + ID).principal(() -> "m1.cp3"))
                .andExpect(status().isNotFound());
    }

    @Test
    void isUnknownToEverybodyWhenNoModuleAnswersForIt() throws Exception {
        page(List.of())
                .perform(get("/documents/" + ID).principal(() -> "sec.cp11"))
                .andExpect(status().isNotFound());
    }

    @Test
    void isUnknownWithoutSignIn() throws Exception {
        page(List.of((document, account) -> true))
                .perform(get("/documents/" + ID))
                .andExpect(status().isNotFound());
    }

    private MockMvc page(List<DocumentAccess> access) {
        given(documents.find(ID)).willReturn(Optional.of(MINUTES));
        given(documents.open(ID)).willReturn(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        return MockMvcBuilders.standaloneSetup(new DocumentPage(documents, access))
                .build();
    }
}
