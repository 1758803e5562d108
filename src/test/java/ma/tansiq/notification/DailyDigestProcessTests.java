package ma.tansiq.notification;

import static ma.tansiq.committee.CommitteeStage.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.deadline.Deadlines;
import ma.tansiq.deadline.Ledger;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.identity.AccountManagement;
import ma.tansiq.identity.Language;
import ma.tansiq.identity.MailMode;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Immediate mail or one digest a day (rule D4), in a year in which no other test meets. */
@TansiqTest
class DailyDigestProcessTests {

    /** Meetings opened now are to be planned until Thursday 8 March at the close. */
    private static final LocalDateTime MONDAY = LocalDateTime.of(2057, 3, 5, 10, 0);

    private static final String READER = "sec.copil";

    @Autowired
    CommitteeStage stage;

    @Autowired
    AccountManagement accounts;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Ledger ledger;

    @Autowired
    ManagementService jobs;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient database;

    private final List<String> opened = new ArrayList<>();
    private final List<String> choosers = new ArrayList<>();

    private record Written(String template, String reference, String subject, String text, String html) {}

    @AfterEach
    void asTheyWere() {
        opened.forEach(each -> meetings.cancel(each, "Fin du test", "coord"));
        choosers.forEach(each -> accounts.chooseMail(each, MailMode.IMMEDIATE));
        accounts.chooseLanguage(READER, null);
        database.sql("delete from digest_entry where outcome is null").update();
        ClockUtil.reset();
    }

    @Test
    void whoServesManyBodiesGetsOneMailInTheirLanguageWithoutWhatIsDoneByThen() {
        choosesDigest(READER);
        accounts.chooseLanguage(READER, Language.ARABIC);
        stage.itIs(MONDAY);
        OpenTask ofCp9 = planning("CP9");
        OpenTask ofCp10 = planning("CP10");
        OpenTask overSoon = planning("CP4");
        // five working days after it was due, the secretariat of the body above is told
        stage.itIs(LocalDateTime.of(2057, 3, 15, 16, 30));
        List.of(ofCp9, ofCp10, overSoon).forEach(each -> deadlines.escalate(each.id(), 3));
        assertThat(written(READER)).as("nothing at once").isEmpty();
        assertThat(routes(ofCp9)).containsExactly(tuple(READER, Ledger.Digest.WAITING, null));
        meetings.cancel(overSoon.businessKey(), "Reportée", "coord");
        opened.remove(overSoon.businessKey());

        stage.itIs(LocalDateTime.of(2057, 3, 16, 9, 0));
        morning();

        assertThat(written(READER)).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("digest");
            assertThat(mail.subject()).isEqualTo("ملخص 16/03/2057: المهام الواجب تتبعها، 2");
            assertThat(mail.text())
                    .contains(ofCp9.businessKey(), "/tasks/" + ofCp9.id(), "برمجة الاجتماع", "08/03/2057")
                    .contains(ofCp10.businessKey(), "/tasks/" + ofCp10.id())
                    .doesNotContain(overSoon.businessKey(), overSoon.id());
            assertThat(mail.html()).contains("dir=\"rtl\"", "/tasks/" + ofCp9.id() + "\"");
        });
        LocalDateTime at = LocalDateTime.of(2057, 3, 16, 9, 0);
        assertThat(routes(ofCp10)).containsExactly(tuple(READER, Ledger.Digest.SENT, instant(at)));
        assertThat(routes(overSoon)).containsExactly(tuple(READER, Ledger.Digest.DONE, instant(at)));

        stage.itIs(LocalDateTime.of(2057, 3, 19, 9, 0));
        morning();
        assertThat(written(READER)).as("nothing is left to say").hasSize(1);
    }

    /** Rule D4: a person in eight committees has one digest. */
    @Test
    void whoKeepsThePapersOfEightCommitteesGetsOneDigestWithTheTasksOfAll() {
        String reader = CommitteeStage.secretary("CP5");
        List<String> others = List.of("CP1", "CP2", "CP3", "CP4", "CP6", "CP7", "CP8");
        others.forEach(each -> identities.createMembership(reader, each + "-secretary"));
        try {
            choosesDigest(reader);
            stage.itIs(MONDAY);
            List<OpenTask> tasks = Stream.concat(Stream.of("CP5"), others.stream())
                    .map(this::planning)
                    .toList();
            assertThat(written(reader)).as("nothing at once").isEmpty();

            stage.itIs(LocalDateTime.of(2057, 3, 6, 9, 0));
            morning();

            assertThat(written(reader)).singleElement().satisfies(mail -> {
                assertThat(mail.template()).isEqualTo("digest");
                tasks.forEach(each -> assertThat(mail.text())
                        .as(each.businessKey())
                        .contains(each.businessKey())
                        .containsOnlyOnce("/tasks/" + each.id()));
            });
        } finally {
            others.forEach(each -> identities.deleteMembership(reader, each + "-secretary"));
        }
    }

    @Test
    void whatIsDueTodayAndWhatConvenesGoesAtOnce() {
        String secretary = CommitteeStage.secretary("CP9");
        choosesDigest(secretary);
        choosesDigest(CommitteeStage.member("CP9", 1));
        stage.itIs(MONDAY);
        OpenTask planning = planning("CP9");
        // the opening was told by the task, two working days before it is due it is a reminder
        stage.itIs(LocalDateTime.of(2057, 3, 6, 8, 30));
        deadlines.remind(planning.id(), 1);
        assertThat(about(secretary, planning)).isEmpty();

        stage.itIs(LocalDateTime.of(2057, 3, 8, 8, 30));
        deadlines.remind(planning.id(), 2);
        assertThat(about(secretary, planning))
                .extracting(Written::template)
                .as("due today")
                .containsExactly("reminder");

        stage.itIs(LocalDateTime.of(2057, 3, 8, 9, 0));
        morning();
        assertThat(written(secretary))
                .filteredOn(each -> each.template().equals("digest"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .as("one line a task")
                        .containsOnlyOnce("/tasks/" + planning.id())
                        .contains("Rappel : Planifier la réunion", "08/03/2057 à 16:30"));

        stage.does(
                secretary,
                planning.businessKey(),
                "Task_PlanMeeting",
                CommitteeStage.plan(LocalDateTime.of(2057, 4, 3, 10, 0)));
        assertThat(written(CommitteeStage.member("CP9", 1)))
                .extracting(Written::template)
                .containsExactly("convocation");
    }

    @Test
    void whoeverChoseNothingIsToldAtOnce() {
        stage.itIs(MONDAY);
        OpenTask planning = planning("CP9");
        stage.itIs(LocalDateTime.of(2057, 3, 15, 16, 30));
        deadlines.escalate(planning.id(), 3);
        assertThat(about(READER, planning)).extracting(Written::template).containsExactly("escalation");
        assertThat(routes(planning)).containsExactly(tuple(READER, null, null));
    }

    private void choosesDigest(String account) {
        accounts.chooseMail(account, MailMode.DIGEST);
        choosers.add(account);
    }

    private OpenTask planning(String body) {
        String meeting = stage.open(body);
        opened.add(meeting);
        return stage.open(meeting, "Task_PlanMeeting").get(0);
    }

    /** Fires the timer that starts the digests and all that it starts. */
    private void morning() {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey("DailyDigest")
                .activityId("Timer_WorkingMorning")
                .singleResult()
                .getId());
        for (Optional<Job> job = waiting(); job.isPresent(); job = waiting()) {
            jobs.executeJob(job.get().getId());
        }
    }

    private Optional<Job> waiting() {
        return jobs.createJobQuery().processDefinitionKey("DailyDigest").messages().list().stream()
                .findFirst();
    }

    private List<org.assertj.core.groups.Tuple> routes(OpenTask task) {
        return ledger.of(task.businessKey()).stream()
                .filter(each -> each.recipient().equals(READER))
                .map(each -> tuple(each.recipient(), each.digest(), each.digestAt()))
                .toList();
    }

    private List<Written> about(String account, OpenTask task) {
        return written(account).stream()
                .filter(each -> each.reference().equals(task.businessKey()))
                .toList();
    }

    private List<Written> written(String account) {
        return database.sql("""
                        select template, reference, subject, body_text as text, body_html as html from mail
                         where recipient = ? and created_at between '2057-03-01' and '2057-03-31' order by position""").param(account).query(Written.class).list();
    }
}
