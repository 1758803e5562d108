package ma.tansiq.committee.opinion;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.instant;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.document.Documents;
import ma.tansiq.engine.OpenTask;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of a request for an opinion (rule B6). */
@TansiqTest
class OpinionRequestProcessTests {

    private static final String BODY = "CP9";
    private static final LocalDate FRIDAY = LocalDate.of(2027, 4, 9);
    private static final Map<String, Object> OPINION =
            Map.of("position", "WITH_RESERVATIONS", "opinion", "Oui, sous réserve du budget.");

    @Autowired
    CommitteeStage stage;

    @Autowired
    OpinionManagement management;

    @Autowired
    OpinionRequests requests;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void morning() {
        stage.itIs(CommitteeStage.MORNING);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void personGivesAnOpinionAndWhoAskedIsTold() {
        String matter = matter("Avis d’une personne");
        String request = management.request(matter, "m1.cp8", "Qu’en pensez-vous ?", FRIDAY, secretary(BODY));

        OpenTask task = stage.taskOf("m1.cp8", request, "Task_GiveOpinion");
        assertThat(task.dueAt()).contains(instant(LocalDateTime.of(2027, 4, 9, 16, 30)));
        assertThat(mailed("opinion-request", request, "m1.cp8"))
                .contains("Avis d’une personne", "vendredi 9 avril 2027, 16:30", "/tasks/" + task.id());
        assertThat(stage.toldWhen("m1.cp8", request, "Task_GiveOpinion", Map.of("position", "FAVOURABLE")))
                .contains("Texte de l’avis");
        stage.does("m1.cp8", task, OPINION);

        assertThat(stage.ended(request)).isTrue();
        assertThat(requests.required(request).status()).isEqualTo(OpinionRequest.Status.GIVEN);
        assertThat(mailed("opinion-answered", request, secretary(BODY))).contains("est donné");
    }

    /** The office is asked, not a person: whoever holds it may answer. */
    @Test
    void secretariatOfABodyGivesAnOpinion() {
        String request =
                management.request(matter("Avis d’un comité"), "CP8-secretary", "Votre avis ?", FRIDAY, "coord");

        OpenTask task = stage.taskOf("sec.cp8", request, "Task_GiveOpinion");
        assertThat(task.assignee()).isEmpty();
        assertThat(mailed("opinion-request", request, "sec.cp8")).contains("/tasks/" + task.id());
        stage.does("sec.cp8", task, OPINION);

        assertThat(requests.required(request).givenBy()).contains("sec.cp8");
    }

    @Test
    void noneGivenIsNotedWhenTheDayHasPassed() {
        String request =
                management.request(matter("Avis qui ne vient pas"), "m1.cp8", "Votre avis ?", FRIDAY, secretary(BODY));

        stage.fires(request, "Timer_OpinionDue");

        assertThat(requests.required(request).status()).isEqualTo(OpinionRequest.Status.NONE_GIVEN);
        assertThat(stage.ended(request)).isTrue();
        assertThat(mailed("opinion-answered", request, secretary(BODY))).contains("Aucun avis n’a été donné");
    }

    /** What was said goes into the pack and the minutes; what is still asked falls with the item. */
    @Test
    void opinionJoinsPackAndMinutesAndARequestFallsWithItsItem() throws IOException {
        String title = "Question retirée en séance";
        String matter = matter(title);
        String given = management.request(matter, "m1.cp8", "Votre avis ?", FRIDAY, secretary(BODY));
        stage.does("m1.cp8", given, "Task_GiveOpinion", OPINION);
        String open = management.request(matter, "m2.cp8", "Votre avis ?", LocalDate.of(2027, 4, 30), secretary(BODY));

        String meeting = stage.convened(BODY);
        stage.fires(meeting, "Timer_ItemsClosed");
        stage.does(secretary(BODY), meeting, "Task_ComposeAgenda", Map.of("items", stage.ranked(meeting, title)));
        stage.does(chair(BODY), meeting, "Task_ApproveAgenda", Map.of("decision", "approve"));
        stage.engineWorks(meeting);
        assertThat(text(meeting, "agenda_pack", "meeting"))
                .contains("sous réserve du budget", "favorable avec réserves");
        stage.fires(meeting, "Timer_ConfirmationsClosed");
        stage.itIs(CommitteeStage.SESSION);
        stage.fires(meeting, "Timer_SessionStarts");
        stage.does(
                secretary(BODY),
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        chair(BODY),
                        List.of(chair(BODY), member(BODY, 1), member(BODY, 2)),
                        List.of(Map.of("position", 1, "outcome", "WITHDRAWN"))));
        stage.engineWorks(meeting);
        stage.does(chair(BODY), meeting, "Task_SignDecisions", Map.of("decision", "sign"));

        assertThat(requests.required(open).status()).isEqualTo(OpinionRequest.Status.WITHDRAWN);
        assertThat(stage.ended(open)).isTrue();
        assertThat(mailed("opinion-withdrawn", open, "m2.cp8")).contains("n’attend plus votre avis");
        stage.engineWorks(meeting);
        stage.does(
                secretary(BODY),
                meeting,
                "Task_DraftMinutes",
                Map.of("introduction", "Ouverte.", "discussions", List.of(), "closing", "Levée."));
        assertThat(text(meeting, "draft_document", "minutes")).contains("sous réserve du budget");
    }

    @Test
    void secretaryWithdrawsARequest() {
        String request = management.request(matter("Avis superflu"), "m1.cp8", "Votre avis ?", FRIDAY, secretary(BODY));
        refused("missing.opinionWithdrawal", () -> management.withdraw(request, "", secretary(BODY)));
        refused("secretaryOnly", () -> management.withdraw(request, "Non", "m1.cp8"));

        management.withdraw(request, "Déjà connu", secretary(BODY));

        assertThat(stage.ended(request)).isTrue();
        assertThat(mailed("opinion-withdrawn", request, "m1.cp8")).contains("Déjà connu");
        refused("wrongOpinion.WITHDRAWN", () -> management.withdraw(request, "Encore", secretary(BODY)));
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        String matter = matter("Refus");
        String secretary = secretary(BODY);
        refused("secretaryOnly", () -> management.request(matter, "m1.cp8", "?", FRIDAY, member(BODY, 1)));
        refused("unknownMatter", () -> management.request("SNIA-1999-0001", "m1.cp8", "?", FRIDAY, secretary));
        refused("missing.adviser", () -> management.request(matter, "", "?", FRIDAY, secretary));
        refused("unknownAdviser", () -> management.request(matter, "nobody", "?", FRIDAY, secretary));
        refused("unknownAdviser", () -> management.request(matter, "camunda-admin", "?", FRIDAY, secretary));
        refused("missing.question", () -> management.request(matter, "m1.cp8", " ", FRIDAY, secretary));
        refused("missing.opinionDay", () -> management.request(matter, "m1.cp8", "?", null, secretary));
        for (LocalDate day : List.of(
                LocalDate.of(2027, 4, 5),
                LocalDate.of(2027, 4, 2),
                LocalDate.of(2027, 4, 10),
                LocalDate.of(2028, 4, 5))) {
            refused("opinionDay", () -> management.request(matter, "m1.cp8", "?", day, secretary));
        }
        assertThat(requests.findByMatterOrderByOpenedAt(matter)).isEmpty();

        String request = management.request(matter, "m1.cp8", "?", FRIDAY, secretary);
        refused("opinionAsked", () -> management.request(matter, "m1.cp8", "Encore ?", FRIDAY, secretary));
        management.withdraw(request, "Fin du test", secretary);
        confidentiality(matter, "RESTRICTED");
        refused("opinionOfStranger", () -> management.request(matter, "m1.cp8", "?", FRIDAY, secretary));
        refused("opinionOfStranger", () -> management.request(matter, "CP8-secretary", "?", FRIDAY, secretary));
        String own = management.request(matter, member(BODY, 1), "?", FRIDAY, secretary);
        assertThat(mailed("opinion-request", own, member(BODY, 1))).doesNotContain("Refus");
        management.withdraw(own, "Fin du test", secretary);
        confidentiality(matter, "SECRET");
        refused("opinionOfStranger", () -> management.request(matter, member(BODY, 1), "?", FRIDAY, secretary));
        database.sql("update matter set status = 'CLOSED' where reference = ?")
                .param(matter)
                .update();
        refused("matterClosed", () -> management.request(matter, "m1.cp8", "?", FRIDAY, secretary));
    }

    private String matter(String title) {
        return agendas.open(BODY, title, "Exposé : " + title, secretary(BODY)).reference();
    }

    private void confidentiality(String matter, String level) {
        database.sql("update matter set confidentiality = ? where reference = ?")
                .params(level, matter)
                .update();
    }

    private String text(String meeting, String column, String table) throws IOException {
        UUID document = database.sql("select %s from %s where %s = ?"
                        .formatted(column, table, table.equals("meeting") ? "reference" : "meeting"))
                .param(meeting)
                .query(UUID.class)
                .single();
        try (var pdf = Loader.loadPDF(documents.open(document).readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private String mailed(String template, String request, String person) {
        return database.sql("""
                        select body_text from mail
                        where template = ? and reference = ? and recipient = ? order by position desc limit 1""")
                .params(template, request, person)
                .query(String.class)
                .single();
    }

    private static void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run).extracting("messageKey").isEqualTo("refusal.committee." + reason);
    }
}
