package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ma.tansiq.committee.CommitteeStage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many statements the main pages send to the database: few, and as many for thirty more meetings with their tasks,
 * members and mail as for one. A meeting's page reads the names of those who were told of its tasks, from its start on.
 */
@TansiqTest
class PageStatementTests {

    private static final int MORE_MEETINGS = 29;

    /** By account and page; the session's own statements come on top. */
    private static final Map<String, Integer> LIMITS = Map.ofEntries(
            Map.entry("coord /coordination", 16),
            Map.entry("coord /coordination/meetings", 15),
            Map.entry("coord /coordination/matters", 15),
            Map.entry("coord /coordination/meetings/…", 36),
            Map.entry("coord /my-committees", 19),
            Map.entry("coord /coordination/mail", 17),
            Map.entry("m1.cp6 /coordination", 17),
            Map.entry("m1.cp6 /coordination/meetings", 16),
            Map.entry("m1.cp6 /coordination/matters", 16),
            Map.entry("m1.cp6 /coordination/meetings/…", 37),
            Map.entry("m1.cp6 /my-committees", 20));

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    JdbcClient database;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
        database.sql("delete from sign_in_failure").update();
    }

    @Test
    void pagesNeedNoMoreStatementsWhenThereIsMoreToShow() {
        String meeting = stage.prepared("CP6", "Point A", "Point B");
        Map<String, List<String>> before = pages(meeting);
        for (int i = 0; i < MORE_MEETINGS; i++) {
            stage.convened("CP" + (i % 11 + 1));
        }
        Map<String, List<String>> after = pages(meeting);

        assertThat(after).allSatisfy((page, statements) -> {
            assertThat(statements)
                    .as(page)
                    .hasSizeLessThanOrEqualTo(LIMITS.getOrDefault(page.replace(meeting, "…"), 0));
            assertThat(statements).as(page).hasSameSizeAs(before.get(page));
        });
    }

    private Map<String, List<String>> pages(String meeting) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        Map<String, Browser> browsers = new LinkedHashMap<>();
        for (String page : LIMITS.keySet()) {
            String account = page.substring(0, page.indexOf(' '));
            Browser browser = browsers.computeIfAbsent(account, each -> new Browser(port).signIn(each, "tansiq-demo"));
            String address = page.substring(account.length() + 1).replace("…", meeting);
            sent.put(account + " " + address, statements(() -> browser.get(address)));
        }
        return sent;
    }

    /** Without those of the session, which may come after the answer. */
    private static List<String> statements(Supplier<HttpResponse<String>> request) {
        return CountedStatements.ofRequests(
                        () -> assertThat(request.get().statusCode()).isEqualTo(200))
                .stream()
                .filter(each -> !each.contains("SPRING_SESSION"))
                .toList();
    }
}
