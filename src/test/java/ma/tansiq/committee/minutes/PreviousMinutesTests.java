package ma.tansiq.committee.minutes;

import static ma.tansiq.committee.CommitteeStage.SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.document.Documents;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Minutes that are still open for approval when the body meets next (rule C5). */
@TansiqTest
class PreviousMinutesTests {

    private static final LocalDateTime NEXT = SESSION.plusDays(10);
    private static final String COMPOSE = "Task_ComposeAgenda";

    @Autowired
    CommitteeStage stage;

    @Autowired
    Agendas agendas;

    @Autowired
    AgendaManagement agendaManagement;

    @Autowired
    Meetings meetings;

    @Autowired
    MinutesRegister register;

    @Autowired
    MeetingHistory history;

    @Autowired
    CommitteePapers papers;

    @Autowired
    Documents documents;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void minutesInReviewComeFirstByThemselvesAndTheirApprovalEndsTheReview() {
        String earlier = inReview("CP2");
        String next = composedNext("CP2");

        assertThat(agendas.of(next))
                .extracting(AgendaItem::title)
                .containsExactly("Approbation du procès-verbal de " + earlier + " (20/04/2027)", "Point B");
        decide(next, "CP2", "DECIDED");

        assertThat(history.of(earlier)).anySatisfy(fact -> {
            assertThat(fact.fact()).isEqualTo("MINUTES_APPROVED_IN_SESSION");
            assertThat(fact.detail()).isEqualTo(next);
        });
        assertThat(stage.dueOf(earlier, "Timer_SilencePeriod"))
                .as("five working days of silence were not over")
                .isEqualTo(CommitteeStage.instant(NEXT));
        stage.fires(earlier, "Timer_SilencePeriod");
        assertThat(stage.openKinds(earlier)).containsExactly("Task_SignMinutes");
        assertThat(register.required(earlier).approvedIn()).contains(next);
        stage.does("chair.cp2", earlier, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(earlier);
        assertThat(meetings.required(earlier).status().name()).isEqualTo("MINUTES_APPROVED");
    }

    @Test
    void deferredApprovalLeavesTheReviewAndComesBackFirst() {
        String earlier = inReview("CP6");
        String next = composedNext("CP6");
        String approval = agendas.of(next).get(0).matter();
        var silence = stage.dueOf(earlier, "Timer_SilencePeriod");
        decide(next, "CP6", "DEFERRED");

        assertThat(stage.dueOf(earlier, "Timer_SilencePeriod")).isEqualTo(silence);
        assertThat(stage.openKinds(earlier)).contains("Task_ReviewMinutes");
        String third = composedNext("CP6", NEXT.plusDays(14), List.of("Point C"));
        assertThat(agendas.of(third).get(0).matter())
                .as("the same matter again")
                .isEqualTo(approval);

        stage.fires(earlier, "Timer_SilencePeriod");
        stage.does("chair.cp6", third, "Task_ApproveAgenda", Map.of("decision", "return", "remark", "À revoir."));
        JsonNode first = stage.shown("sec.cp6", third, COMPOSE, "first");
        assertThat(first.asText()).as("silence has approved meanwhile").isEmpty();
        stage.does(
                "sec.cp6",
                third,
                COMPOSE,
                Map.of(
                        "items",
                        List.of(
                                Map.of("matter", approval, "position", 1),
                                Map.of("matter", agendas.of(third).get(1).matter(), "position", 2))));
        assertThat(agendas.of(third)).extracting(AgendaItem::title).containsExactly("Point C");
        assertThat(agendaManagement.candidates(third))
                .extracting(AgendaItem::matter)
                .doesNotContain(approval);
    }

    @Test
    void minutesAloneAreAnAgenda() {
        String earlier = inReview("CP7");
        String next = composedNext("CP7", NEXT, List.of());

        assertThat(agendas.of(next))
                .singleElement()
                .satisfies(item -> assertThat(item.title()).contains(earlier));
    }

    /** Rule C2: Arabic readers get the previous minutes in Arabic, the sealed French ones alone being authentic (C5). */
    @Test
    void packInArabicBindsTheArabicMinutesAndSaysWhichAreAuthentic() {
        String earlier = inReview("CP9");
        stage.fires(earlier, "Timer_SilencePeriod");
        stage.does("chair.cp9", earlier, "Task_SignMinutes", Map.of("decision", "sign"));
        stage.engineWorks(earlier);
        String next = composedNext("CP9");

        PaperEditions pack = papers.agendaPack(meetings.required(next));

        String sealed = earlier + "-proces-verbal.pdf";
        String arabic = earlier + "-proces-verbal-ar.pdf";
        assertThat(bookmarks(pack.french())).contains(sealed).doesNotContain(arabic);
        assertThat(bookmarks(Objects.requireNonNull(pack.arabic())))
                .contains(arabic)
                .doesNotContain(sealed);
    }

    private List<String> bookmarks(UUID document) {
        try (InputStream content = documents.open(document);
                PDDocument pdf = Loader.loadPDF(content.readAllBytes())) {
            List<String> titles = new ArrayList<>();
            pdf.getDocumentCatalog().getDocumentOutline().children().forEach(each -> titles.add(each.getTitle()));
            return titles;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String inReview(String body) {
        String meeting = stage.inSession(body, "Point A");
        stage.does(
                CommitteeStage.secretary(body),
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        CommitteeStage.chair(body),
                        List.of(CommitteeStage.chair(body), CommitteeStage.member(body, 1)),
                        List.of(CommitteeStage.decided(1, "Adopté."))));
        stage.engineWorks(meeting);
        stage.does(CommitteeStage.chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
        stage.itIs(SESSION.plusDays(8));
        stage.does(
                CommitteeStage.secretary(body),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte.", "discussions", List.of(), "closing", "Levée."));
        return meeting;
    }

    private String composedNext(String body) {
        return composedNext(body, NEXT, List.of("Point B"));
    }

    private String composedNext(String body, LocalDateTime start, List<String> titles) {
        String[] named = titles.toArray(String[]::new);
        stage.itIs(SESSION.plusDays(1));
        String meeting = stage.openBeside(body);
        Map<String, Object> plan = new java.util.HashMap<>(CommitteeStage.plan(start));
        plan.put("urgencyMotive", "Suite");
        stage.does(CommitteeStage.secretary(body), meeting, "Task_PlanMeeting", plan);
        stage.does(
                CommitteeStage.member(body, 1),
                meeting,
                "Task_ProposeItems",
                Map.of("items", CommitteeStage.proposals(named)));
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(CommitteeStage.secretary(body), meeting, COMPOSE, Map.of("items", stage.ranked(meeting, named)));
        return meeting;
    }

    private void decide(String meeting, String body, String outcome) {
        stage.does(CommitteeStage.chair(body), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(NEXT);
        stage.fires(meeting, "Timer_SessionStarts");
        Map<String, Object> first = new java.util.HashMap<>(Map.of("position", 1, "outcome", outcome));
        if (outcome.equals("DECIDED")) {
            first.put("decision", "Le procès-verbal est approuvé.");
        }
        stage.does(
                CommitteeStage.secretary(body),
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        CommitteeStage.chair(body),
                        List.of(CommitteeStage.chair(body), CommitteeStage.member(body, 1)),
                        List.of(first, CommitteeStage.decided(2, "Adopté."))));
        stage.engineWorks(meeting);
        stage.does(CommitteeStage.chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        stage.engineWorks(meeting);
    }
}
