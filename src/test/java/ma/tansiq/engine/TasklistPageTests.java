package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page that Tasklist starts from, asked for by a hasty person: nobody gets a blank page or an error. */
@TansiqTest
class TasklistPageTests {

    private static final Pattern ALLOWED = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern CARRIED = Pattern.compile("nonce=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Errands errands;

    @Test
    void pagesOpenedAtOneMomentMayAllRunTheirScripts() throws Exception {
        errands.account("hasty", "errand-runners");
        Browser browser = new Browser(port).signIn("hasty", Errands.PASSWORD);
        Callable<HttpResponse<String>> opening = () -> browser.get("/camunda/app/tasklist/default/");

        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> pages =
                    people.invokeAll(Stream.generate(() -> opening).limit(80).toList());
            for (Future<HttpResponse<String>> page : pages) {
                assertScriptsRun(page.get());
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void noneOfTheEnginesApplicationsShowsItsEndOfLifeBanner() {
        Browser browser = new Browser(port).signIn("admin", "tansiq-demo");

        for (String application : new String[] {"tasklist", "cockpit", "admin", "welcome"}) {
            assertThat(browser.get("/camunda/app/" + application + "/styles/user-styles.css")
                            .body())
                    .as(application)
                    .contains(".ce-eol-banner { display: none !important; }");
        }
    }

    private static void assertScriptsRun(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher allowed = ALLOWED.matcher(
                page.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(allowed.find()).isTrue();
        assertThat(CARRIED.matcher(page.body()).results().map(found -> found.group(1)))
                .hasSize(4)
                .containsOnly(allowed.group(1));
    }
}
