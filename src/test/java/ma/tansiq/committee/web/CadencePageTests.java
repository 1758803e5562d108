package ma.tansiq.committee.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures on cadence (rule A2) and the lists behind them, in a year in which no other test meets. */
@TansiqTest
class CadencePageTests {

    private static final LocalDateTime NOW = LocalDateTime.of(2029, 2, 5, 9, 0);

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        database.sql("update meeting set status = 'CANCELLED' where year = 2029")
                .update();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .processInstanceBusinessKeyLike("%-2029-%")
                .list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        ClockUtil.reset();
    }

    @Test
    void figuresCountHeldMeetingsAndLeadToTheirLists() {
        String first = meeting("CP3", LocalDateTime.of(2029, 1, 15, 10, 0), "HELD");
        String second = meeting("CP5", LocalDateTime.of(2029, 1, 31, 10, 0), "MINUTES_APPROVED");
        String lastYear = meeting("CP6", LocalDateTime.of(2028, 12, 29, 10, 0), "HELD");
        String longAgo = meeting("CP7", LocalDateTime.of(2028, 9, 20, 10, 0), "HELD");
        String cancelled = meeting("CP8", LocalDateTime.of(2029, 1, 20, 10, 0), "CANCELLED");
        String review = meeting("COPIL", LocalDateTime.of(2029, 1, 22, 10, 0), "HELD");
        Browser coordinator = signedIn("coord");

        assertThat(coordinator.get("/coordination").body())
                .contains("2/33", "3/11", "/coordination/cadence?body=#held", "/coordination/cadence?body=#period");
        String lists = coordinator.get("/coordination/cadence").body();
        assertThat(lists)
                .contains("tenues cette année : 2 sur 33", "réunis dans leur période : 3 sur 11")
                .contains(first, second, "0 sur 3 cette année", "1 sur 4 cette année")
                .doesNotContain(lastYear, longAgo, cancelled, review);
    }

    @Test
    void memberSeesTheOwnBodyAlone() {
        meeting("CP3", LocalDateTime.of(2029, 1, 15, 10, 0), "HELD");
        String other = meeting("CP5", LocalDateTime.of(2029, 1, 31, 10, 0), "HELD");
        Browser reader = signedIn("m1.cp3");

        assertThat(reader.get("/coordination").body()).contains("1/3", "1/1");
        assertThat(reader.get("/coordination/cadence").body())
                .contains("1 sur 3 cette année")
                .doesNotContain(other);
        assertThat(signedIn("admin").get("/coordination/cadence").statusCode()).isEqualTo(403);
    }

    private String meeting(String body, LocalDateTime start, String status) {
        stage.itIs(NOW);
        String meeting = stage.open(body);
        database.sql(
                        "update meeting set status = :status, starts_at = :start, ends_at = :end where reference = :meeting")
                .params(Map.of(
                        "status",
                        status,
                        "start",
                        Timestamp.from(CommitteeStage.instant(start)),
                        "end",
                        Timestamp.from(CommitteeStage.instant(start.plusHours(2))),
                        "meeting",
                        meeting))
                .update();
        return meeting;
    }

    private Browser signedIn(String account) {
        database.sql("delete from sign_in_failure").update();
        return new Browser(port).signIn(account, "tansiq-demo");
    }
}
