package ma.tansiq.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.body.BodyName;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The outbox as coordinators see it. */
@TansiqTest
class MailPageTests {

    private static final String REFERENCE = "CP11-1902-01";

    @Autowired
    WebApplicationContext application;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient database;

    MockMvc browser;
    UUID id;

    @BeforeEach
    void visit() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        MeetingNotice notice = new MeetingNotice(
                REFERENCE,
                "CP11",
                BodyName.of("Comité <script>alert(1)</script>"),
                1,
                true,
                Instant.parse("2026-03-12T09:00:00Z"),
                Instant.parse("2026-03-12T11:30:00Z"),
                "Rabat",
                null,
                1,
                "sec.cp11",
                null,
                List.of(),
                List.of("nobody.here"));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new MeetingEvents.Convened(notice, null)));
        id = database.sql("select id from mail where reference = ?")
                .param(REFERENCE)
                .query(UUID.class)
                .single();
    }

    @Test
    void listNarrowsToWhatTheAddressSays() throws Exception {
        browser.perform(get("/coordination/mail?reference=" + REFERENCE + "&template=convocation&recipient=nobody.here")
                        .with(user("coord")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/coordination/mail/" + id)))
                .andExpect(content().string(not(containsString("<script>alert"))));
        browser.perform(get("/coordination/mail").with(user("coord"))).andExpect(status().isOk());
        browser.perform(get("/coordination/mail?page=zwei").with(user("coord"))).andExpect(status().isOk());
        browser.perform(get("/coordination/mail?state=NONSENSE&page=-4").with(user("coord")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/coordination/mail/" + id))));
    }

    @Test
    void listSaysHowManyMailsStandWhere() throws Exception {
        String page = browser.perform(get("/coordination/mail").with(user("coord")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        long shown = Pattern.compile("class=\"figure\">(\\d+)<")
                .matcher(page)
                .results()
                .mapToLong(figure -> Long.parseLong(figure.group(1)))
                .sum();

        assertThat(shown)
                .isPositive()
                .isEqualTo(database.sql("select count(*) from mail")
                        .query(Long.class)
                        .single());
    }

    @Test
    void mailIsShownAsItWasWrittenAndCannotRunAnything() throws Exception {
        browser.perform(get("/coordination/mail/" + id).with(user("audit")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/coordination/mail/" + id + "/html")))
                .andExpect(content().string(containsString("sandbox")))
                .andExpect(content().string(not(containsString("/retry"))));
        String policy = browser.perform(
                        get("/coordination/mail/" + id + "/html").with(user("audit")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andReturn()
                .getResponse()
                .getHeaders("Content-Security-Policy")
                .toString();
        assertThat(policy).contains("default-src 'none'", "sandbox", "'sha256-").doesNotContain("unsafe");
        assertThat(policy.split("default-src", -1)).as("one policy").hasSize(2);
    }

    @Test
    void onlyCoordinatorsAndAdministratorsRetry() throws Exception {
        browser.perform(post("/coordination/mail/" + id + "/retry")
                        .with(user("audit"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(post("/coordination/mail/" + id + "/retry").with(user("coord")))
                .andExpect(status().isForbidden());
        browser.perform(post("/coordination/mail/" + id + "/retry")
                        .with(user("coord"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", "/coordination/mail/" + id));
        browser.perform(get("/coordination/mail").with(user("m1.cp11"))).andExpect(status().isForbidden());
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        browser.perform(get("/coordination/mail/" + UUID.randomUUID()).with(user("coord")))
                .andExpect(status().isNotFound());
        browser.perform(get("/coordination/mail/" + id + "/invitation").with(user("coord")))
                .andExpect(status().isNotFound());
        browser.perform(get("/coordination/mail/" + id + "/attachments/" + UUID.randomUUID())
                        .with(user("coord")))
                .andExpect(status().isNotFound());
    }

    @Test
    void mailboxOfTheDemonstrationIsForCoordinators() throws Exception {
        browser.perform(get("/demo/mailbox").with(user("coord"))).andExpect(status().isOk());
        browser.perform(get("/demo/mailbox/99999999").with(user("coord"))).andExpect(status().isNotFound());
        browser.perform(get("/demo/mailbox").with(user("m1.cp11"))).andExpect(status().isForbidden());
    }
}
