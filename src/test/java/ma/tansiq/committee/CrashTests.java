package ma.tansiq.committee;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.MortalApplication.Victim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * A meeting's way from convocation to sealed minutes while {@code kill -9} hits the application or its database at random
 * moments, or while no mail server answers: every acknowledged step stays and was done once, the way is finished, nothing
 * of it is left over, no mail is lost and none comes twice but under the same Message-ID. {@code -Dtansiq.seed=…} repeats
 * a run.
 */
@Tag("long")
class CrashTests {

    private static final int KILLS = 6;
    private static final int DATABASE_KILLS = 4;

    /** Mails on their way at one moment, each of which may arrive again when the application dies there. */
    private static final int DISPATCHERS = 2;

    private static final List<String> STEPS = List.of(
            "OPENED sec.cp11",
            "PLANNED sec.cp11",
            "CONVENED",
            "ITEMS_PROPOSED m1.cp11",
            "ITEMS_PROPOSED m2.cp11",
            "ITEMS_PROPOSED m3.cp11",
            "ANSWERED_ACCEPTED m1.cp11",
            "AGENDA_SUBMITTED sec.cp11",
            "AGENDA_APPROVED chair.cp11",
            "AGENDA_DISTRIBUTED",
            "RECORDED sec.cp11",
            "DECISIONS_SIGNED chair.cp11",
            "ACTIONS_STARTED",
            "MINUTES_DRAFTED sec.cp11",
            "MINUTES_APPROVED_BY_SILENCE chair.cp11",
            "MINUTES_APPROVED_BY_SILENCE m1.cp11",
            "MINUTES_APPROVED_BY_SILENCE m2.cp11",
            "MINUTES_APPROVED_BY_SILENCE m3.cp11",
            "MINUTES_APPROVED_BY_SILENCE obs1.cp11",
            "MINUTES_SIGNED chair.cp11",
            "MINUTES_SEALED",
            "MINUTES_DISTRIBUTED");

    private final long seed = Long.getLong("tansiq.seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private Path data = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        System.out.println("tansiq.seed=" + seed);
        data = Files.createTempDirectory(Path.of("target"), "crash-").toAbsolutePath();
    }

    @AfterEach
    void tidy() throws IOException {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void nothingIsLostOrDoneTwiceHoweverOftenTheApplicationIsKilled() throws Exception {
        try (MortalApplication application =
                new MortalApplication(data, freePort(), Victim.APPLICATION, KILLS, chance)) {
            String meeting = new MeetingScript(application).meets().seals().meeting();

            assertThat(application.kills()).as("kills, seed " + seed).isEqualTo(KILLS);
            assertThatItIsDone(meeting);
            awaitMail(application);
            assertThatEachMailArrived(arrivedInMailbox(), KILLS * DISPATCHERS);
        }
    }

    @Test
    void applicationGoesOnWhenItsDatabaseIsKilled() throws Exception {
        try (MortalApplication application =
                new MortalApplication(data, freePort(), Victim.DATABASE, DATABASE_KILLS, chance)) {
            String meeting = new MeetingScript(application).meets().seals().meeting();

            assertThat(application.kills()).as("kills, seed " + seed).isEqualTo(DATABASE_KILLS);
            assertThatItIsDone(meeting);
            awaitMail(application);
            assertThatEachMailArrived(arrivedInMailbox(), DATABASE_KILLS * DISPATCHERS);
        }
    }

    @Test
    void mailServerThatIsAwayDelaysMailAndNothingElse() throws Exception {
        int mailPort = freePort();
        GreenMail server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        String[] elsewhere = {"--spring.mail.host=localhost", "--spring.mail.port=" + mailPort};
        try (MortalApplication application =
                new MortalApplication(data, freePort(), Victim.APPLICATION, 0, chance, elsewhere)) {
            MeetingScript script = new MeetingScript(application).meets();
            assertThat(query("select count(*)::text from mail where state = 'SENT'"))
                    .containsExactly("0");

            server.start();
            String meeting = script.seals().meeting();

            assertThatItIsDone(meeting);
            awaitMail(application);
            assertThatEachMailArrived(arrivedAt(server), 0);
        } finally {
            server.stop();
        }
    }

    private void assertThatItIsDone(String meeting) throws Exception {
        assertThat(query("select status from meeting where reference = '" + meeting + "'"))
                .containsExactly("MINUTES_APPROVED");
        assertThat(query("select fact || coalesce(' ' || actor, '') from meeting_history where meeting = '" + meeting
                        + "' order by id"))
                .as("each step once, seed " + seed)
                .containsExactlyInAnyOrderElementsOf(STEPS);
        assertThat(query("select id_ from act_ru_execution where business_key_ = '" + meeting + "'"))
                .as("what still runs")
                .isEmpty();
        assertThat(query("select t.id_ from act_ru_task t left join act_ru_execution e on e.id_ = t.execution_id_"
                        + " where e.id_ is null"))
                .as("tasks of nothing")
                .isEmpty();
        assertThat(query("select j.id_ from act_ru_job j left join act_ru_execution e on e.id_ = j.execution_id_"
                        + " where j.process_instance_id_ is not null and e.id_ is null"))
                .as("jobs of nothing")
                .isEmpty();
        assertThat(query("select incident_msg_ from act_ru_incident")).isEmpty();
        assertThatEverybodyWasToldOnce(meeting);
    }

    private void assertThatEverybodyWasToldOnce(String meeting) throws Exception {
        List<String> people = query(
                "select account from attendance where meeting = '" + meeting + "' union select 'sec.cp11' order by 1");
        for (String template : List.of("convocation", "agenda", "decisions", "minutes")) {
            assertThat(query("select recipient from mail where template = '" + template + "' and reference = '"
                            + meeting + "' order by 1"))
                    .as(template)
                    .isEqualTo(people);
        }
    }

    private void awaitMail(MortalApplication application) {
        application.until(
                "no mail waits",
                () -> query("select id::text from mail where state <> 'SENT'").isEmpty());
    }

    private void assertThatEachMailArrived(List<String> arrived, int mostAgain) throws Exception {
        List<String> sent = query("select message_id from mail");
        assertThat(arrived).as("mails, seed " + seed).containsOnlyElementsOf(sent);
        Map<String, Long> copies =
                arrived.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(copies.values()).as("copies, seed " + seed).allMatch(count -> count <= 2);
        assertThat(arrived.size() - sent.size())
                .as("mails that came again, seed " + seed)
                .isBetween(0, mostAgain);
    }

    private List<String> arrivedInMailbox() throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data.resolve("mail"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "Message-ID:", 0, 11))
                        .findFirst()
                        .ifPresent(line -> ids.add(line.substring(11).strip()));
            }
        }
        return ids;
    }

    private static List<String> arrivedAt(GreenMail server) throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private List<String> query(String sql) throws Exception {
        String port =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port.strip() + "/postgres", "postgres", "");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
