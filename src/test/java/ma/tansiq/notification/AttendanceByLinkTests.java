package ma.tansiq.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.AttendanceAnswer;
import ma.tansiq.committee.meeting.AttendanceLinks;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingPlan;
import ma.tansiq.identity.AccountManagement;
import ma.tansiq.identity.Language;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is optional is answered from a signed link in the mail (rule D1), without a sign-in. */
@TansiqTest
class AttendanceByLinkTests {

    private static final String BODY = "CP10";
    private static final String MEMBER = CommitteeStage.member(BODY, 1);
    private static final String OTHER = CommitteeStage.member(BODY, 2);
    private static final LocalDateTime MONDAY = LocalDateTime.of(2058, 4, 1, 9, 0);
    private static final LocalDateTime SESSION = LocalDateTime.of(2058, 4, 25, 10, 0);
    private static final Pattern LINK = Pattern.compile("(/attendance/[^?\\s\"]+)\\?answer=ACCEPTED");

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    AttendanceSheets sheets;

    @Autowired
    MeetingHistory history;

    @Autowired
    AttendanceLinks links;

    @Autowired
    MessageWriter writer;

    @Autowired
    AccountManagement accounts;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private String meeting = "";

    @BeforeEach
    void convene() {
        stage.itIs(MONDAY);
        meeting = stage.open(BODY);
        stage.does(CommitteeStage.secretary(BODY), meeting, "Task_PlanMeeting", CommitteeStage.plan(SESSION));
    }

    @AfterEach
    void asItWas() {
        stage.itIs(MONDAY);
        if (meetings.openOf(BODY).stream().anyMatch(each -> each.reference().equals(meeting))) {
            meetings.cancel(meeting, "Fin du test", "coord");
        }
        accounts.chooseLanguage(MEMBER, null);
        ClockUtil.reset();
    }

    @Test
    void personAnswersFromTheMailOnceAndOpeningTheLinkChangesNothing() throws Exception {
        String link = link(MEMBER);

        HttpResponse<String> opened = get(link + "?answer=ACCEPTED");
        HttpResponse<String> scanned = send(HttpRequest.newBuilder(at(link)).method("HEAD", none()));

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(scanned.statusCode()).isEqualTo(200);
        assertThat(opened.body())
                .contains(meeting, nameOf(MEMBER), "25/04/2058 10:00", "Répondre à la convocation")
                .containsPattern("value=\"ACCEPTED\"[^>]*checked")
                .contains("action=\"" + link + "\"")
                .doesNotContain("<script", "_csrf");
        assertThat(opened.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(opened.headers().allValues("Set-Cookie"))
                .as("whoever looks leaves no session")
                .isEmpty();
        assertThat(answer(MEMBER)).isNull();

        HttpResponse<String> answered = post(link, "answer=ACCEPTED&remark=" + encoded("J’arrive à 10 h 15"));

        assertThat(answered.body()).contains("votre présence à la réunion " + meeting + " est confirmée");
        assertThat(answer(MEMBER)).isEqualTo(AttendanceAnswer.ACCEPTED);
        assertThat(history.of(meeting))
                .filteredOn(each -> MEMBER.equals(each.actor()))
                .extracting(MeetingHistory.Fact::fact)
                .containsExactly("ANSWERED_ACCEPTED", "ANSWERED_BY_LINK");
        assertThat(stage.open(meeting, "Task_ConfirmAttendance"))
                .as("the engine's own task is done")
                .noneMatch(each -> each.assignee().filter(MEMBER::equals).isPresent());

        HttpResponse<String> again = post(link, "answer=DECLINED");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("ce lien ne sert qu’une fois");
        assertThat(answer(MEMBER)).isEqualTo(AttendanceAnswer.ACCEPTED);
    }

    @Test
    void nobodyAnswersForOthersByWhatIsStoredTypedOrChanged() throws Exception {
        String link = link(MEMBER);
        String stored = found(mail(MEMBER).bodyText());
        assertThat(get(stored).statusCode()).as("as the outbox keeps it").isEqualTo(404);

        String token = AttendanceLinks.unsigned(meeting, 0, OTHER);
        assertThat(links.signed("À lire : " + token, MEMBER, meeting))
                .as("typed into a mail to oneself")
                .isEqualTo("À lire : " + token);

        String forged = "/attendance/" + token.substring(0, token.indexOf('.')) + link.substring(link.indexOf('.'));
        assertThat(get(forged).body()).contains("il est incomplet ou a été modifié");
        assertThat(post(forged, "answer=ACCEPTED").statusCode()).isEqualTo(404);
        assertThat(get("/attendance/" + "x".repeat(2_000)).statusCode()).isEqualTo(404);
        assertThat(get(link.substring(0, link.length() - 1)).statusCode()).isEqualTo(404);
        assertThat(answer(OTHER)).isNull();

        HttpResponse<String> forwarded =
                new Browser(port).signIn(OTHER, "tansiq-demo").get(link);
        assertThat(forwarded.statusCode()).isEqualTo(403);
        assertThat(forwarded.body()).contains("Ce lien est celui de " + nameOf(MEMBER));
    }

    @Test
    void wrongAnswersAreRefusedAndKeepWhatWasTyped() throws Exception {
        String link = link(MEMBER);
        HttpResponse<String> none = post(link, "remark=" + encoded("<b>peut-être</b>"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choisissez l’une des deux réponses", "&lt;b&gt;peut-être&lt;/b&gt;");
        assertThat(post(link, "answer=DELEGATED").statusCode())
                .as("who is to be represented signs in")
                .isEqualTo(422);
        assertThat(post(link, "answer=DECLINED&remark=" + "x".repeat(1_001)).statusCode())
                .isEqualTo(422);
        assertThat(answer(MEMBER)).isNull();
        assertThat(history.of(meeting)).extracting(MeetingHistory.Fact::fact).doesNotContain("ANSWERED_BY_LINK");
    }

    @Test
    void linkEndsWithItsScheduleAndSaysSoInTheLanguageOfItsOwner() throws Exception {
        accounts.chooseLanguage(MEMBER, Language.ARABIC);
        String first = link(MEMBER);
        assertThat(get(first).body()).contains("dir=\"rtl\"", "الجواب على الاستدعاء");
        move(SESSION.plusDays(1));

        assertThat(get(first).statusCode()).isEqualTo(410);
        assertThat(get(first).body()).contains("أجيبوا عبر رابط أحدث رسالة");
        String second = link(MEMBER);
        assertThat(post(second, "answer=DECLINED").statusCode()).isEqualTo(200);
        assertThat(answer(MEMBER)).isEqualTo(AttendanceAnswer.DECLINED);

        String late = link(OTHER);
        stage.itIs(SESSION.plusDays(1));
        assertThat(get(late).body()).contains("sont closes");
        stage.itIs(MONDAY);
        meetings.cancel(meeting, "Reportée", "coord");
        assertThat(post(late, "answer=ACCEPTED").body()).contains("est annulée");
    }

    private void move(LocalDateTime to) {
        MeetingPlan plan = new MeetingPlan(
                CommitteeStage.instant(to), CommitteeStage.instant(to.plusHours(2)), "Salle Atlas", null, null, true);
        meetings.reschedule(meeting, plan, "Ministre en déplacement", CommitteeStage.secretary(BODY));
        stage.engineWorks(meeting);
    }

    /** As the latest mail that was sent with one has it. */
    private String link(String account) throws MessagingException, IOException {
        var message = writer.write(mail(account), java.util.List.of(), Session.getInstance(new Properties()));
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
        String text = new String(alternatives.getBodyPart(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String html = new String(alternatives.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(html).contains(found(text) + "?answer=DECLINED");
        return found(text);
    }

    private static String found(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as("a link to answer in " + text).isTrue();
        return link.group(1);
    }

    private Mail mail(String account) {
        return database.sql("""
                        select * from mail where recipient = ? and reference = ? and invitation is not null
                         order by position desc limit 1""").param(account).param(meeting).query(Mail.class).single();
    }

    private @Nullable AttendanceAnswer answer(String account) {
        return sheets.of(meeting, account).orElseThrow().answer();
    }

    private String nameOf(String account) {
        return sheets.of(meeting, account).orElseThrow().name();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
