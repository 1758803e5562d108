package ma.tansiq.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.engine.Errands;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may open what, as the table of the pages' design says: every address tried as every role, over HTTP. */
@TansiqTest
class PageAccessTests {

    private static final Set<String> ALL = Set.of(
            "member",
            "observer",
            "secretary",
            "coordinator",
            "auditor",
            "officer",
            "evaluator",
            "ordo",
            "finance",
            "administrator",
            "nobody");
    private static final Set<String> OVERVIEW = Set.of("member", "observer", "secretary", "coordinator", "auditor");
    private static final Set<String> OPERATIONS = Set.of("coordinator", "administrator", "auditor");
    private static final Set<String> GRANTS =
            Set.of("officer", "evaluator", "ordo", "finance", "coordinator", "auditor");
    private static final Set<String> ADMINISTRATORS = Set.of("administrator");

    private static final Map<String, Set<String>> PAGES = Map.ofEntries(
            Map.entry("/account", ALL),
            Map.entry("/my-committees", OVERVIEW),
            Map.entry("/coordination", OVERVIEW),
            Map.entry("/coordination/calendar", OVERVIEW),
            Map.entry("/coordination/decisions", OVERVIEW),
            Map.entry("/coordination/meetings", OVERVIEW),
            Map.entry("/coordination/matters/SNIA-1999-0001", OVERVIEW),
            Map.entry("/coordination/matters", OVERVIEW),
            Map.entry("/coordination/actions", OVERVIEW),
            Map.entry("/coordination/meetings/CP11-1999-01/check", OVERVIEW),
            Map.entry("/coordination/programmes/11", OVERVIEW),
            Map.entry("/coordination/mail", OPERATIONS),
            Map.entry("/coordination/mail/1", OPERATIONS),
            Map.entry("/coordination/incidents", OPERATIONS),
            Map.entry("/coordination/grants", GRANTS),
            Map.entry("/admin", ADMINISTRATORS),
            Map.entry("/admin/holidays", ADMINISTRATORS),
            Map.entry("/admin/bodies", ADMINISTRATORS),
            Map.entry("/admin/bodies/CP11", ADMINISTRATORS),
            Map.entry("/admin/organisations", ADMINISTRATORS),
            Map.entry("/admin/programmes", ADMINISTRATORS),
            Map.entry("/admin/strategy", ADMINISTRATORS),
            Map.entry("/admin/strategy/objectives", ADMINISTRATORS),
            Map.entry("/admin/strategy/objectives/OSP7", ADMINISTRATORS),
            Map.entry("/admin/people", ADMINISTRATORS),
            Map.entry("/admin/audit", Set.of("administrator", "auditor")),
            Map.entry("/demo/clock", Set.of("coordinator", "administrator")),
            Map.entry("/actuator/prometheus", ADMINISTRATORS),
            Map.entry("/camunda/app/tasklist/default/", ALL),
            Map.entry("/camunda/app/cockpit/default/", ADMINISTRATORS),
            Map.entry("/camunda/app/admin/default/", ADMINISTRATORS),
            Map.entry("/camunda/app/welcome/default/", ADMINISTRATORS),
            Map.entry("/camunda/api/cockpit/plugin/base/default/incident/count", ADMINISTRATORS));

    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("coordinator", "coordinator"),
            Map.entry("auditor", "auditor"),
            Map.entry("officer", "grant-officer"),
            Map.entry("evaluator", "grant-evaluator"),
            Map.entry("ordo", "authorising-officer"),
            Map.entry("finance", "finance"),
            Map.entry("administrator", "camunda-admin"));

    /** Seats in bodies are given by mandates, hence the demonstration's accounts. */
    private static final Map<String, String> SEATED =
            Map.of("member", "m1.cp11", "observer", "obs1.cp3", "secretary", "sec.cp11");

    private static final Map<String, Browser> SIGNED_IN = new ConcurrentHashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    Errands errands;

    @Autowired
    WebInvocationPrivilegeEvaluator rules;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @TestFactory
    Stream<DynamicTest> everyRoleAtEveryAddress() {
        return PAGES.keySet().stream()
                .flatMap(page -> ALL.stream()
                        .map(role -> DynamicTest.dynamicTest(page + " as " + role, () -> assertAccess(page, role))));
    }

    @TestFactory
    Stream<DynamicTest> strangersAreAskedToSignIn() {
        Browser stranger = new Browser(port);
        return PAGES.keySet().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page,
                        () -> assertThat(stranger.get(page).statusCode())
                                .isEqualTo(page.startsWith("/camunda/api/") ? 401 : 302)));
    }

    @TestFactory
    Stream<DynamicTest> publicPagesAskNobody() {
        return Stream.of("/", "/login", "/calls", "/results", "/decisions", "/report", "/track", "/actuator/health")
                .map(page -> DynamicTest.dynamicTest(
                        page,
                        () -> assertThat(new Browser(port).get(page).statusCode())
                                .isNotIn(302, 401, 403)));
    }

    @Test
    void auditorChangesNothing() {
        Browser auditor = browser("auditor");

        assertThat(auditor.submit("/", "/coordination/mail/1/retry", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(auditor.submit("/", "/coordination/meetings/new", Map.of()).statusCode())
                .isEqualTo(403);
        List.of(
                        "/admin/bodies/CP11/appoint",
                        "/admin/bodies/CP11/end",
                        "/admin/bodies/CP11/confirm",
                        "/admin/bodies/CP11/cadence",
                        "/admin/interims/1/end",
                        "/admin/strategy/objectives/OSP7",
                        "/coordination/meetings/1/correction",
                        "/coordination/meetings/1/papers/1",
                        "/coordination/matters/1/correction",
                        "/coordination/matters/1/acknowledgement",
                        "/coordination/actions/1/evidence")
                .forEach(page -> assertThat(auditor.submit("/", page, Map.of()).statusCode())
                        .as(page)
                        .isEqualTo(403));
    }

    @Test
    void everyPageThatExistsHasARule() {
        var everything = UsernamePasswordAuthenticationToken.authenticated(
                "everything",
                null,
                AuthorityUtils.createAuthorityList(
                        Stream.concat(GROUPS.values().stream(), Stream.of(CurrentAuthorities.BODY_MEMBER))
                                .toArray(String[]::new)));

        assertThat(handlers.getHandlerMethods().keySet().stream()
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .map(pattern -> pattern.replaceAll("\\{[^}]+}", "1"))
                        .filter(address -> !rules.isAllowed("", address, "GET", everything)))
                .isEmpty();
    }

    private void assertAccess(String page, String role) {
        int status = browser(role).get(page).statusCode();
        if (PAGES.getOrDefault(page, Set.of()).contains(role)) {
            assertThat(status).isNotIn(302, 401, 403);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    private Browser browser(String role) {
        return SIGNED_IN.computeIfAbsent(role, r -> {
            if (SEATED.containsKey(r)) {
                return new Browser(port).signIn(SEATED.get(r), "tansiq-demo");
            }
            String account = "role." + r;
            String[] groups = GROUPS.containsKey(r) ? new String[] {GROUPS.get(r)} : new String[0];
            errands.account(account, groups);
            return new Browser(port).signIn(account, Errands.PASSWORD);
        });
    }
}
