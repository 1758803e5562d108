package ma.tansiq.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import ma.tansiq.ApplicationProcess;
import ma.tansiq.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class DurableStartTests {

    @Test
    void killedApplicationAndKilledDatabaseStartAgainWithTheirDataAndASecondApplicationIsRefused() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "durable-").toAbsolutePath();
        String directory = "--tansiq.data-directory=" + data;
        ApplicationProcess first = ApplicationProcess.start(directory).awaitStarted();
        try {
            execute(data, "update programme set name_en = 'Edited' where number = 4");

            ApplicationProcess second = ApplicationProcess.start(directory);
            assertThat(second.awaitEnd()).isNotZero();
            assertThat(second.output())
                    .contains("Tansiq is already running on the data directory " + data)
                    .doesNotContain("\tat ");
        } finally {
            first.kill();
        }
        long orphan = postmaster(data);
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (ApplicationProcess again = ApplicationProcess.start(directory).awaitStarted()) {
            assertThat(again.output()).contains("stopping the database server " + orphan);
            assertThat(postmaster(data)).isNotEqualTo(orphan);
            assertThat(query(data, "select name_en from programme where number = 4"))
                    .isEqualTo("Edited");
            assertThat(query(data, "select count(*) from act_id_user")).isEqualTo("106");
            assertThat(query(data, "select count(*) from act_re_deployment"))
                    .as("unchanged diagrams, tables and forms are deployed once")
                    .isEqualTo("1");
            execute(data, "update programme set name_en = 'Edited again' where number = 4");
            long killed = postmaster(data);

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            again.awaitOutput("the embedded database server runs again");
            assertThat(postmaster(data)).isNotEqualTo(killed);
            assertThat(query(data, "select name_en from programme where number = 4"))
                    .isEqualTo("Edited again");
            assertThat(new Browser(again.port()).signIn("coord", "tansiq-demo").get("/coordination"))
                    .extracting(HttpResponse::statusCode)
                    .isEqualTo(200);
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void secondHolderOfADirectoryIsRefused(@TempDir Path directory) throws IOException {
        try (DataDirectory held = DataDirectory.take(directory)) {
            assertThat(held.postgresql()).isEqualTo(directory.resolve("postgresql"));
            assertThatThrownBy(() -> DataDirectory.take(directory)).isInstanceOf(DataDirectoryInUse.class);
        }
        DataDirectory.take(directory).close();
    }

    @Test
    void processThatOnlyHasTheOldNumberIsLeftAlone(@TempDir Path directory) throws Exception {
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try (DataDirectory held = DataDirectory.take(directory)) {
            Files.createDirectories(held.postgresql());
            Files.writeString(held.postgresql().resolve("postmaster.pid"), innocent.pid() + "\n" + directory + "\n");
            held.stopOrphan();
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(pidFile(data).get(0).strip());
    }

    /** The fourth line of the server's own file is its port. */
    private static List<String> pidFile(Path data) throws IOException {
        return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    }

    private static Connection connect(Path data) throws IOException, SQLException {
        String port = pidFile(data).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }

    private static void execute(Path data, String sql) throws Exception {
        try (Connection connection = connect(data);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Path data, String sql) throws Exception {
        try (Connection connection = connect(data);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
