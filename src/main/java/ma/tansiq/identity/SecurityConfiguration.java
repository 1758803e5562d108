package ma.tansiq.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Acting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** The only door: one sign-in for our pages and for the engine's web applications. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Pattern ENGINE_LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

    /** Addresses of rules are whole paths, whichever servlet answers them. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Two requests of one browser may write the same thing into their session: the later one stays, neither fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsWrittenTwice() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Style sheets, scripts and images, the same for everybody and without a session. */
    @Bean
    @Order(0)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return http.securityMatcher(SecurityConfiguration::asset)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.disable())
                .sessionManagement(sessions -> sessions.disable())
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /** The address that answers a convocation is itself what nobody else knows: its form needs no token and no session. */
    @Bean
    @Order(1)
    SecurityFilterChain pages(
            HttpSecurity http, PageRules rules, Doors doors, EngineAccounts provider, Accounts accounts, Acting acting)
            throws Exception {
        RequestCache asked = askedPages();
        return http.authenticationProvider(provider)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(
                                    jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.FORWARD)
                            .permitAll();
                    rules.apply(requests);
                })
                .addFilterBefore(new ContentSecurityPolicy(), HeaderWriterFilter.class)
                .addFilterAfter(new CurrentAuthorities(accounts, acting), SecurityContextHolderFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(doors.signedIn(asked))
                        .failureHandler(doors.refused()))
                .logout(SecurityConfiguration::signOut)
                .requestCache(cache -> cache.requestCache(asked))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**", "/attendance/*"))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(doors.notSignedIn()).accessDeniedHandler(doors.notAllowed()))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .build();
    }

    private static void signOut(LogoutConfigurer<HttpSecurity> logout) {
        logout.logoutRequestMatcher(SecurityConfiguration::leaves)
                .deleteCookies("SESSION")
                .defaultLogoutSuccessHandlerFor(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT), Doors::engineApi)
                .logoutSuccessUrl("/login?logout");
    }

    /** Ours, or Tasklist's, which proves by its header that the request is its own. */
    private static boolean leaves(HttpServletRequest request) {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            return false;
        }
        return request.getRequestURI().equals("/logout")
                || (ENGINE_LOGOUT.matcher(request.getRequestURI()).matches()
                        && request.getHeader("X-XSRF-TOKEN") != null);
    }

    /** Only a page that a browser opened is worth coming back to. */
    private static RequestCache askedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        RequestMatcher page = request -> HttpMethod.GET.matches(request.getMethod())
                && !Doors.engineApi(request)
                && request.getHeader("HX-Request") == null
                && request.getHeader("X-Requested-With") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
        cache.setRequestMatcher(page);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static boolean asset(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/css/")
                || path.startsWith("/images/")
                || path.startsWith("/js/")
                || path.startsWith("/fonts/")
                || path.equals("/favicon.ico")
                || (path.startsWith("/webjars/") && !path.startsWith("/webjars/camunda/"));
    }
}
