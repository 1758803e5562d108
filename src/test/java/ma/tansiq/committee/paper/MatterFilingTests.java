package ma.tansiq.committee.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.document.DocumentAccess;
import ma.tansiq.document.Documents;
import ma.tansiq.document.Incoming;
import ma.tansiq.document.PdfExamples;
import ma.tansiq.document.StoredDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers of agenda items, from their filing to the pack that brings their pages. */
@TansiqTest
class MatterFilingTests {

    @Autowired
    CommitteeStage stage;

    @Autowired
    MatterFiling filing;

    @Autowired
    MatterPapers papers;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    Meetings meetings;

    @Autowired
    Documents documents;

    @Autowired
    List<DocumentAccess> access;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void packContainsThePagesOfPdfPapersAndNamesTheOthers() {
        String meeting = proposed("CP1", "Plan triennal");
        String matter = matter(meeting, "Plan triennal");
        filing.attach(meeting, matter, pdf("Note.pdf", "page de la note", "suite de la note"), "m1.cp1");
        filing.attach(meeting, matter, text("Chiffres.txt"), "sec.cp1");

        String pack = pack(approved("CP1", meeting, "Plan triennal"));

        List<MatterPaper> filed = papers.of(List.of(matter));
        String word = documents.find(filed.get(1).document()).orElseThrow().sha256();
        assertThat(pack).contains("page de la note", "suite de la note", "1.1 Note.pdf", "1.2 Chiffres.txt", word);
        assertThat(pack.indexOf("page de la note")).isGreaterThan(pack.indexOf("Séance précédente"));
        assertThat(pack).containsPattern("pages? \\d+ à \\d+ du présent dossier");
    }

    @Test
    void packSaysOnWhichPagesAPaperStands() throws IOException {
        String meeting = proposed("CP2", "Point A");
        filing.attach(meeting, matter(meeting, "Point A"), pdf("Note.pdf", "ICI", "FIN"), "m1.cp2");

        UUID pack = meetings.required(approved("CP2", meeting, "Point A"))
                .agendaPack()
                .orElseThrow();

        try (InputStream content = documents.open(pack);
                var document = org.apache.pdfbox.Loader.loadPDF(content.readAllBytes())) {
            int pages = document.getNumberOfPages();
            String all = new org.apache.pdfbox.text.PDFTextStripper().getText(document);
            assertThat(all).contains("pages %d à %d du présent dossier".formatted(pages - 1, pages));
        }
    }

    @Test
    void wrongPaperIsWithdrawnUntilThePackLeft() {
        String meeting = proposed("CP3", "Point A");
        String matter = matter(meeting, "Point A");
        filing.attach(meeting, matter, text("Faux.txt"), "m1.cp3");
        StoredDocument wrong = only(matter);
        assertThat(mayRead(wrong, "m2.cp3")).isTrue();

        filing.withdraw(meeting, matter, wrong.id(), "m1.cp3");

        assertThat(papers.of(List.of(matter))).isEmpty();
        assertThat(mayRead(wrong, "m2.cp3")).isFalse();
        assertRefused(() -> filing.withdraw(meeting, matter, wrong.id(), "m1.cp3"), "paperStays");
        filing.attach(meeting, matter, text("Juste.txt"), "m1.cp3");
        assertThat(pack(approved("CP3", meeting, "Point A")))
                .contains("Juste.txt")
                .doesNotContain("Faux.txt");
        StoredDocument right = only(matter);
        assertRefused(() -> filing.withdraw(meeting, matter, right.id(), "sec.cp3"), "paperStays");
    }

    /** Before the pack left, the pack tells; afterwards a mail does, once an hour for each item. */
    @Test
    void paperThatComesAfterThePackIsAnnouncedToThoseWhoMayReadIt() {
        String meeting = proposed("CP9", "Point A");
        String matter = matter(meeting, "Point A");
        filing.attach(meeting, matter, text("Avant.txt"), "m1.cp9");
        approved("CP9", meeting, "Point A");
        assertThat(told(meeting)).isEmpty();

        filing.attach(meeting, matter, text("Après.txt"), "m1.cp9");
        filing.attach(meeting, matter, text("Encore.txt"), "sec.cp9");
        assertThat(told(meeting))
                .contains("chair.cp9", "sec.cp9", "m2.cp9", "m3.cp9")
                .doesNotHaveDuplicates();

        database.sql("update matter set confidentiality = 'SECRET' where reference = ?")
                .param(matter)
                .update();
        database.sql("delete from mail where template = 'late-paper' and reference = ?")
                .param(meeting)
                .update();
        filing.attach(meeting, matter, text("Secret.txt"), "m1.cp9");
        assertThat(told(meeting)).containsExactlyInAnyOrder("chair.cp9", "sec.cp9");
    }

    private List<String> told(String meeting) {
        return database.sql("select recipient from mail where template = 'late-paper' and reference = ?")
                .param(meeting)
                .query(String.class)
                .list();
    }

    @Test
    void onlyWhoProposedAndTheSecretariatFile() {
        String meeting = proposed("CP4", "Point A");
        String matter = matter(meeting, "Point A");

        assertRefused(() -> filing.attach(meeting, matter, text("a.txt"), "m2.cp4"), "paperNotYours");
        assertRefused(() -> filing.attach(meeting, matter, text("a.txt"), "sec.cp5"), "paperNotYours");
        assertRefused(() -> filing.attach(meeting, "SNIA-1999-0001", text("a.txt"), "sec.cp4"), "matterNotAvailable");
        assertThat(papers.of(List.of(matter))).isEmpty();
    }

    @Test
    void refusedFileLeavesNothingBehind() {
        String meeting = proposed("CP5", "Point A");
        String matter = matter(meeting, "Point A");
        Incoming notReally = new Incoming("a.pdf", "application/pdf", stream("no PDF at all"));
        Incoming cutOff = new Incoming("b.pdf", "application/pdf", stream("%PDF-1.7\ncut"));

        assertThatThrownBy(() -> filing.attach(meeting, matter, notReally, "m1.cp5"))
                .extracting("messageKey")
                .isEqualTo("refusal.document.content-otherwise");
        assertThatThrownBy(() -> filing.attach(meeting, matter, cutOff, "m1.cp5"))
                .extracting("messageKey")
                .isEqualTo("refusal.document.damaged");
        assertThat(documents.of(matter)).isEmpty();
    }

    @Test
    void recordedSessionTakesNoMorePapers() {
        String meeting = stage.inSession("CP6", "Point A");
        String matter = matter(meeting, "Point A");
        filing.attach(meeting, matter, text("Remis en séance.txt"), "m1.cp6");
        stage.does(
                "sec.cp6",
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        "chair.cp6",
                        List.of("chair.cp6", "m1.cp6"),
                        List.of(CommitteeStage.decided(1, "Le comité décide."))));

        assertRefused(() -> filing.attach(meeting, matter, text("b.txt"), "m1.cp6"), "wrongState.HELD");
    }

    @Test
    void papersAreReadByTheBodyAndNobodyElse() {
        String meeting = proposed("CP7", "Point A");
        String matter = matter(meeting, "Point A");
        filing.attach(meeting, matter, text("a.txt"), "m1.cp7");
        StoredDocument paper = only(matter);

        assertThat(List.of("m1.cp7", "m3.cp7", "sec.cp7", "chair.cp7", "coord", "audit"))
                .allMatch(account -> mayRead(paper, account));
        assertThat(List.of("m1.cp8", "sec.cp8", "chair.copil", "finance"))
                .noneMatch(account -> mayRead(paper, account));
    }

    @Test
    void papersOfASecretMatterAreForChairSecretaryAndProposerAlone() {
        String meeting = proposed("CP8", "Point A");
        String matter = matter(meeting, "Point A");
        filing.attach(meeting, matter, text("a.txt"), "m1.cp8");
        database.sql("update matter set confidentiality = 'SECRET' where reference = ?")
                .param(matter)
                .update();

        StoredDocument paper = only(matter);

        assertThat(List.of("m1.cp8", "sec.cp8", "chair.cp8")).allMatch(account -> mayRead(paper, account));
        assertThat(List.of("m2.cp8", "coord", "audit")).noneMatch(account -> mayRead(paper, account));
    }

    private boolean mayRead(StoredDocument document, String account) {
        return access.stream().anyMatch(rule -> rule.mayRead(document, account));
    }

    private StoredDocument only(String matter) {
        List<MatterPaper> filed = papers.of(List.of(matter));
        assertThat(filed).hasSize(1);
        return documents.find(filed.get(0).document()).orElseThrow();
    }

    private String proposed(String body, String title) {
        String meeting = stage.convened(body);
        stage.does(
                CommitteeStage.member(body, 1),
                meeting,
                "Task_ProposeItems",
                Map.of("items", CommitteeStage.proposals(title)));
        return meeting;
    }

    private String approved(String body, String meeting, String title) {
        stage.itIs(CommitteeStage.MORNING);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(
                CommitteeStage.secretary(body),
                meeting,
                "Task_ComposeAgenda",
                Map.of("items", stage.ranked(meeting, title)));
        stage.does(
                "chair." + body.toLowerCase(java.util.Locale.ROOT),
                meeting,
                "Task_ApproveAgenda",
                Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        return meeting;
    }

    private String matter(String meeting, String title) {
        return agendas.candidates(meeting).stream()
                .filter(each -> each.title().equals(title))
                .map(AgendaItem::matter)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private String pack(String meeting) {
        UUID pack = meetings.required(meeting).agendaPack().orElseThrow();
        try (InputStream content = documents.open(pack)) {
            return PdfExamples.text(content.readAllBytes()).replaceAll("\\s+", " ");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void assertRefused(ThrowingCallable step, String name) {
        assertThatThrownBy(step).extracting("messageKey").isEqualTo("refusal.committee." + name);
    }

    private static Incoming pdf(String name, String... pages) {
        return new Incoming(name, "application/pdf", new ByteArrayInputStream(PdfExamples.pages(pages)));
    }

    private static Incoming text(String name) {
        return new Incoming(name, "text/plain", stream("Quelques mots."));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
