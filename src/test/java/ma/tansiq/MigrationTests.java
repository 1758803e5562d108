package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every module numbers its migrations itself, so that a database may be ahead of one that is new. */
@TansiqTest
class MigrationTests {

    @Autowired
    Flyway flyway;

    @Autowired
    DataSource database;

    @Test
    void databaseThatHasHigherNumbersStillGetsALowerOne() throws SQLException {
        JdbcClient.create(database).sql("create database behind").update();
        Flyway behind = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(named("behind"))
                .load();
        behind.migrate();
        JdbcClient there = JdbcClient.create(behind.getConfiguration().getDataSource());
        there.sql("drop table sign_in_failure").update();
        there.sql("delete from flyway_schema_history where version = '021'").update();

        assertThat(behind.migrate().migrationsExecuted).isOne();
        assertThat(there.sql("select * from sign_in_failure").query().listOfRows())
                .isEqualTo(List.of());
    }

    /** The README promises PostgreSQL 15: these came with 16 and 17. */
    @Test
    void migrationsKeepToWhatPostgresql15Knows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainPattern(
                                    "(?i)\\bis json\\b|\\bjson_(table|query|value|exists)\\b|\\bany_value\\b"));
        }
    }

    private DataSource named(String name) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String address = connection.getMetaData().getURL().replaceFirst("/[^/?]+(?=\\?|$)", "/" + name);
            String user = connection.getMetaData().getUserName();
            return new DriverManagerDataSource(address, user, user);
        }
    }
}
