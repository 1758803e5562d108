package ma.tansiq.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * {@code kill -9} at random moments of a meeting's way, from convocation to sealed minutes: every acknowledged step
 * stays, the way is finished after restarts, and no mail is lost.
 */
@Tag("long")
class CrashTests {

    private static final int KILLS = 6;

    /** A mail may arrive a second time when the connection breaks after its last line, once per kill. */
    private static final int MOST_DUPLICATES = KILLS;

    @Test
    void meetingFinishesAndNoMailIsLostHoweverOftenTheApplicationIsKilled() throws Exception {
        long seed = Long.getLong("tansiq.seed", System.nanoTime());
        Path data = Files.createTempDirectory(Path.of("target"), "crash-").toAbsolutePath();
        try (MortalApplication application = new MortalApplication(data, freePort(), new Random(seed), KILLS)) {
            String meeting = new MeetingScript(application).run();

            assertThat(application.kills()).as("kills, seed " + seed).isPositive();
            assertThat(query(data, "select status from meeting where reference = '" + meeting + "'"))
                    .as("seed " + seed)
                    .containsExactly("MINUTES_APPROVED");
            assertThat(query(data, "select count(*)::text from act_ru_incident"))
                    .containsExactly("0");
            application.until(
                    "no mail waits",
                    () -> query(data, "select id::text from mail where state <> 'SENT'")
                            .isEmpty());
            assertThatEveryMailArrived(data, seed);
        }
        FileSystemUtils.deleteRecursively(data);
    }

    private static void assertThatEveryMailArrived(Path data, long seed) throws Exception {
        List<String> sent = query(data, "select message_id from mail");
        List<String> arrived = arrived(data);
        assertThat(arrived).as("mails, seed " + seed).containsAll(sent);
        assertThat(arrived.size() - sent.size()).as("duplicates, seed " + seed).isBetween(0, MOST_DUPLICATES);
    }

    private static List<String> arrived(Path data) throws Exception {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
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

    private static List<String> query(Path data, String sql) throws Exception {
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

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
