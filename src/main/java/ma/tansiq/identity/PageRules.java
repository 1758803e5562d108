package ma.tansiq.identity;

import static ma.tansiq.identity.CurrentAuthorities.BODY_MEMBER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import ma.tansiq.engine.Accounts;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Who may open what: the table of {@code README.md}'s pages, one line each. A page with a narrower rule comes first. */
@Component
class PageRules {

    private static final String ADMINISTRATOR = Accounts.ADMINISTRATORS;
    private static final String COORDINATOR = "coordinator";
    private static final String AUDITOR = "auditor";

    private final UnlistedAddresses unlisted;

    PageRules(UnlistedAddresses unlisted) {
        this.unlisted = unlisted;
    }

    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        everybody(pages);
        ownPages(pages);
        coordination(pages);
        administration(pages);
        engine(pages);
        pages.anyRequest().access(unlisted);
    }

    private static void everybody(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        pages.requestMatchers("/", "/login", "/language", "/error", "/actuator/health", "/actuator/health/**")
                .permitAll();
        pages.requestMatchers(
                        "/calls/**",
                        "/results",
                        "/results/*",
                        "/decisions",
                        "/report",
                        "/track",
                        "/feeds/*.ics",
                        "/attendance/*")
                .permitAll();
    }

    private static void ownPages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        pages.requestMatchers("/account", "/account/**", "/tasks/**", "/documents/**", "/logout")
                .authenticated();
        pages.requestMatchers("/my-committees", "/my-committees/**").hasAnyAuthority(BODY_MEMBER, COORDINATOR, AUDITOR);
    }

    private static void coordination(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        String[] operations = {
            "/coordination/mail", "/coordination/mail/**", "/coordination/incidents", "/coordination/incidents/**"
        };
        pages.requestMatchers(GET, operations).hasAnyAuthority(COORDINATOR, ADMINISTRATOR, AUDITOR);
        pages.requestMatchers(HEAD, operations).hasAnyAuthority(COORDINATOR, ADMINISTRATOR, AUDITOR);
        pages.requestMatchers(operations).hasAnyAuthority(COORDINATOR, ADMINISTRATOR);
        pages.requestMatchers("/coordination/grants", "/coordination/grants/**")
                .hasAnyAuthority(
                        "grant-officer", "grant-evaluator", "authorising-officer", "finance", COORDINATOR, AUDITOR);
        pages.requestMatchers(GET, "/coordination", "/coordination/**")
                .hasAnyAuthority(BODY_MEMBER, COORDINATOR, AUDITOR);
        pages.requestMatchers(HEAD, "/coordination", "/coordination/**")
                .hasAnyAuthority(BODY_MEMBER, COORDINATOR, AUDITOR);
        pages.requestMatchers(POST, "/coordination/meetings/*/check")
                .hasAnyAuthority(BODY_MEMBER, COORDINATOR, AUDITOR);
        pages.requestMatchers("/coordination", "/coordination/**").hasAnyAuthority(BODY_MEMBER, COORDINATOR);
        pages.requestMatchers("/demo/**").hasAnyAuthority(COORDINATOR, ADMINISTRATOR);
    }

    private static void administration(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        String[] read = {"/admin/audit", "/admin/audit/**"};
        pages.requestMatchers(GET, read).hasAnyAuthority(ADMINISTRATOR, AUDITOR);
        pages.requestMatchers(HEAD, read).hasAnyAuthority(ADMINISTRATOR, AUDITOR);
        pages.requestMatchers("/admin", "/admin/**", "/actuator", "/actuator/**")
                .hasAuthority(ADMINISTRATOR);
    }

    /** The engine's own sign-in and set-up are closed to everybody: there is one door, and it is ours. */
    private static void engine(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        pages.requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**", "/webjars/camunda/**")
                .denyAll();
        pages.requestMatchers(POST, "/camunda/api/admin/auth/user/*/login/**").denyAll();
        pages.requestMatchers("/camunda/api/admin/auth/user/**").authenticated();
        pages.requestMatchers("/camunda/app/cockpit/**", "/camunda/app/admin/**", "/camunda/app/welcome/**")
                .hasAuthority(ADMINISTRATOR);
        pages.requestMatchers("/camunda/api/cockpit/**", "/camunda/api/admin/**")
                .hasAuthority(ADMINISTRATOR);
        pages.requestMatchers("/camunda/api/**").access(new TasklistRequests());
        pages.requestMatchers("/camunda", "/camunda/**").authenticated();
        pages.requestMatchers("/engine-rest/**").denyAll();
    }
}
