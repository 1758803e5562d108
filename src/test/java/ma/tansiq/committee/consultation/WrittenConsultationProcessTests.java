package ma.tansiq.committee.consultation;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.decided;
import static ma.tansiq.committee.CommitteeStage.instant;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.consultation.ConsultationManagement.Question;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.matter.MatterManagement;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.engine.OpenTask;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of a written consultation (rule B7). */
@TansiqTest
class WrittenConsultationProcessTests {

    private static final String BODY = "CP9";
    private static final Question ORDINARY = new Question("Le comité adopte le guide.", false, "", false);
    private static final Question EXPENSE = new Question("Le comité engage 20 000 DH.", false, "", true);

    @Autowired
    CommitteeStage stage;

    @Autowired
    ConsultationManagement management;

    @Autowired
    Consultations consultations;

    @Autowired
    AgendaManagement agendas;

    @Autowired
    MatterManagement matterManagement;

    @Autowired
    Matters matters;

    @Autowired
    ExtractManagement extracts;

    @Autowired
    RuntimeService runtime;

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

    /** The three that are agreed meet the same session: it ratifies two, and not the third. */
    @Test
    void whatIsAgreedIsRatifiedByTheNextSessionOrGoesToAnotherOne() {
        String silent = consulted("Guide d’accueil", ORDINARY);
        String explicit = consulted("Achat de tablettes", EXPENSE);
        String contested = consulted("Charte des bénévoles", ORDINARY);
        answer(member(BODY, 1), silent, "agree");
        stage.open(explicit, "Task_AnswerConsultation")
                .forEach(task -> stage.does(task.assignee().orElseThrow(), task, Map.of("decision", "agree")));

        stage.fires(silent, "Timer_ConsultationEnds");
        stage.fires(contested, "Timer_ConsultationEnds");

        assertThat(status(silent)).as("silence agrees").isEqualTo(Consultation.Status.AGREED);
        assertThat(status(explicit)).as("everybody answered").isEqualTo(Consultation.Status.AGREED);
        assertThat(mailed("consultation-closed", silent, member(BODY, 2))).contains("est adoptée par écrit");
        assertThat(stage.openKinds(silent)).as("until a session").isEmpty();

        String session = held(BODY);
        assertThat(stage.taskOf(chair(BODY), silent, "Task_RatifyConsultation").dueAt())
                .isPresent();
        assertThat(stage.shown(chair(BODY), silent, "Task_RatifyConsultation", "answered")
                        .asText())
                .contains("d’accord", "sans réponse");
        ratify(silent, Map.of("decision", "ratify"));
        ratify(explicit, Map.of("decision", "ratify"));
        assertThat(stage.toldWhen(
                        chair(BODY), contested, "Task_RatifyConsultation", Map.of("decision", "refuse", "remark", "")))
                .contains("Ce que la séance a demandé");
        ratify(contested, Map.of("decision", "refuse", "remark", "À débattre"));

        assertThat(status(silent)).isEqualTo(Consultation.Status.RATIFIED);
        assertThat(consultations.required(silent).session()).contains(session);
        assertThat(matter(silent).isClosed()).isTrue();
        assertThat(status(contested)).isEqualTo(Consultation.Status.NOT_RATIFIED);
        assertThat(waits(contested)).isTrue();
        assertThat(stage.ended(silent) && stage.ended(explicit) && stage.ended(contested))
                .isTrue();
        assertExtractGoesBack(silent, session);
    }

    /** A matter that came from another body: what was ratified goes back there (rule B3). */
    private void assertExtractGoesBack(String consultation, String session) {
        String matter = matter(consultation).reference();
        database.sql("update matter set first_body = 'CP8' where reference = ?")
                .param(matter)
                .update();

        extracts.returnExtracts(session);

        assertThat(extracts.openExtracts(session)).singleElement().hasToString(session + "/" + matter + "/CP8");
        runtime.startProcessInstanceByKey("ExtractReturn", session);
        extracts.acknowledgeInstead(session, matter, "CP8", "Fin du test", "coord");
    }

    @Test
    void oneObjectionBringsTheMatterToASessionAtOnce() {
        String consultation = consulted("Règlement intérieur", ORDINARY);
        answer(member(BODY, 1), consultation, "agree");
        assertThat(stage.toldWhen(
                        member(BODY, 2),
                        consultation,
                        "Task_AnswerConsultation",
                        Map.of("decision", "object", "objection", " ")))
                .contains("Le motif de votre opposition");

        stage.does(
                member(BODY, 2),
                consultation,
                "Task_AnswerConsultation",
                Map.of("decision", "object", "objection", "Le texte ignore les régions."));

        assertThat(status(consultation)).isEqualTo(Consultation.Status.OBJECTED);
        assertThat(stage.ended(consultation)).as("nobody else is asked").isTrue();
        assertThat(waits(consultation)).isTrue();
        assertThat(mailed("consultation-closed", consultation, member(BODY, 3))).contains("Un membre s’est opposé");
    }

    @Test
    void anExpenseThatNotEverybodyAnsweredAboutGoesToASession() {
        String consultation = consulted("Achat de véhicules", EXPENSE);
        answer(member(BODY, 1), consultation, "agree");

        stage.fires(consultation, "Timer_ConsultationEnds");

        assertThat(status(consultation)).isEqualTo(Consultation.Status.UNANSWERED);
        assertThat(waits(consultation)).isTrue();
        assertThat(stage.ended(consultation)).isTrue();
    }

    @Test
    void secretaryWithdrawsAndEverybodyAskedIsTold() {
        String consultation = consulted("Calendrier des formations", ORDINARY);
        refused("secretaryOnly", () -> management.withdraw(consultation, "Non", member(BODY, 1)));
        refused("missing.withdrawal", () -> management.withdraw(consultation, " ", secretary(BODY)));

        management.withdraw(consultation, "Le texte change", secretary(BODY));

        assertThat(stage.ended(consultation)).isTrue();
        assertThat(waits(consultation)).isTrue();
        assertThat(mailed("consultation-closed", consultation, member(BODY, 1)))
                .contains("retire la question", "Le texte change");
        refused("wrongConsultation.WITHDRAWN", () -> management.withdraw(consultation, "Encore", secretary(BODY)));
        assertThatThrownBy(
                        () -> management.answer(consultation, ConsultationAnswer.Choice.AGREED, null, member(BODY, 1)))
                .extracting("messageKey")
                .isEqualTo("refusal.committee.wrongConsultation.WITHDRAWN");
    }

    /** Five working days from Monday 5 April 2027 end on Monday 12, two on Wednesday 7, at close of business. */
    @Test
    void membersHaveFiveWorkingDaysOrTwoWhenAMotiveSaysWhy() {
        String usual = consulted("Ordinaire", ORDINARY);
        String urgent = consulted("Urgente", new Question("Oui ?", true, "Crue", false));

        assertThat(consultations.required(usual).endsAt()).isEqualTo(instant(LocalDateTime.of(2027, 4, 12, 16, 30)));
        assertThat(consultations.required(urgent).endsAt()).isEqualTo(instant(LocalDateTime.of(2027, 4, 7, 16, 30)));
        OpenTask task = stage.taskOf(member(BODY, 1), usual, "Task_AnswerConsultation");
        assertThat(task.dueAt()).contains(consultations.required(usual).endsAt());
        assertThat(stage.dueOf(usual, "Timer_ConsultationEnds"))
                .isEqualTo(task.dueAt().orElseThrow());
        assertThat(mailed("consultation", usual, member(BODY, 1)))
                .contains("Votre silence vaut accord", "lundi 12 avril 2027, 16:30", "/tasks/" + task.id());
        assertThat(mailed("consultation", urgent, member(BODY, 1))).contains("Crue");
        management.withdraw(usual, "Fin du test", secretary(BODY));
        management.withdraw(urgent, "Fin du test", secretary(BODY));
    }

    @Test
    void aConsultationNeverEndsEarlierThanPeopleWereTold() {
        var told = instant(LocalDateTime.of(2027, 4, 12, 16, 30));
        var consultation = new Consultation(
                "CP9-2027-C99",
                BODY,
                2027,
                99,
                "SNIA-2027-9999",
                1,
                "Oui",
                null,
                false,
                "sec",
                told.minusSeconds(9),
                told);

        consultation.prolong(told.minusSeconds(3600));
        assertThat(consultation.endsAt()).isEqualTo(told);
        consultation.prolong(told.plusSeconds(86_400));
        assertThat(consultation.endsAt()).isEqualTo(told.plusSeconds(86_400));
    }

    @Test
    void whatCannotBeConsultedIsRefusedAndNothingIsHalfDone() {
        String matter = agendas.open(BODY, "Objet à consulter", "Texte", secretary(BODY))
                .reference();
        refused("secretaryOnly", () -> management.open(matter, ORDINARY, member(BODY, 1)));
        refused("unknownMatter", () -> management.open("SNIA-1999-0001", ORDINARY, secretary(BODY)));
        refused(
                "missing.urgency",
                () -> management.open(matter, new Question("Oui", true, " ", false), secretary(BODY)));
        refused(
                "missing.proposal",
                () -> management.open(matter, new Question("\n", false, "", false), secretary(BODY)));
        refused(
                "tooLong.proposal",
                () -> management.open(matter, new Question("x".repeat(10_001), false, "", false), secretary(BODY)));
        assertThat(consultations.findByMatterOrderByOpenedAt(matter)).isEmpty();

        String consultation = management.open(matter, ORDINARY, secretary(BODY));
        refused("matterNotWaiting.CONSULTED", () -> management.open(matter, ORDINARY, secretary(BODY)));
        refused(
                "matterNotWaiting.CONSULTED",
                () -> matterManagement.correct(matter, 1, "Autre", "Autre", "Coquille", secretary(BODY)));
        refused(
                "notConsulted",
                () -> management.answer(consultation, ConsultationAnswer.Choice.AGREED, null, "m1.cp8"));
        management.withdraw(consultation, "Fin du test", secretary(BODY));

        confidentiality(matter, "SECRET");
        refused("secretNotConsulted", () -> management.open(matter, ORDINARY, secretary(BODY)));
    }

    @Test
    void mailsNeverNameARestrictedMatter() {
        String matter =
                agendas.open(BODY, "Titre à taire", "Texte", secretary(BODY)).reference();
        confidentiality(matter, "RESTRICTED");

        String consultation = management.open(matter, ORDINARY, secretary(BODY));
        management.withdraw(consultation, "Fin du test", secretary(BODY));

        assertThat(database.sql("select subject || body_text || body_html from mail where reference = ?")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(each -> each.contains("Titre à taire"));
    }

    private String consulted(String title, Question question) {
        String matter =
                agendas.open(BODY, title, "Exposé : " + title, secretary(BODY)).reference();
        return management.open(matter, question, secretary(BODY));
    }

    private void answer(String person, String consultation, String decision) {
        stage.does(person, consultation, "Task_AnswerConsultation", Map.of("decision", decision));
    }

    private void ratify(String consultation, Map<String, ?> answers) {
        stage.does(chair(BODY), consultation, "Task_RatifyConsultation", answers);
    }

    /** Holds a session of the body and signs its record. */
    private String held(String body) {
        String meeting = stage.inSession(body, "Point ordinaire");
        stage.does(
                secretary(body),
                meeting,
                "Task_RecordSession",
                stage.record(
                        meeting,
                        chair(body),
                        List.of(chair(body), member(body, 1), member(body, 2)),
                        List.of(decided(1, "Adopté."))));
        stage.engineWorks(meeting);
        stage.does(chair(body), meeting, "Task_SignDecisions", Map.of("decision", "sign"));
        return meeting;
    }

    private Consultation.Status status(String consultation) {
        return consultations.required(consultation).status();
    }

    private Matter matter(String consultation) {
        return matters.findById(consultations.required(consultation).matter()).orElseThrow();
    }

    private boolean waits(String consultation) {
        return matters.backlogOf(BODY).stream()
                .anyMatch(each -> each.reference()
                        .equals(consultations.required(consultation).matter()));
    }

    private void confidentiality(String matter, String level) {
        database.sql("update matter set confidentiality = ? where reference = ?")
                .params(level, matter)
                .update();
    }

    private String mailed(String template, String consultation, String person) {
        return database.sql("""
                        select body_text from mail
                        where template = ? and reference = ? and recipient = ? order by position desc limit 1""")
                .params(template, consultation, person)
                .query(String.class)
                .single();
    }

    private static void refused(String reason, Runnable act) {
        assertThatThrownBy(act::run).extracting("messageKey").isEqualTo("refusal.committee." + reason);
    }
}
