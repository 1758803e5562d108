package ma.tansiq.committee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.meeting.MeetingManagement;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendars by address: whose sessions, for how long, and nothing that is not the subscriber's. */
@TansiqTest
class FeedTests {

    private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^\"/]+(/feeds/[^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingManagement meetings;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void signInAnew() {
        database.sql("delete from sign_in_failure").update();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
        database.sql("delete from feed_token").update();
    }

    @Test
    void calendarOfABodyHasItsSessionsUnderTheUidOfTheirInvitation() throws Exception {
        String meeting = stage.convened("CP6");
        String address = addresses("m1.cp6").get(1);
        assertThat(address).startsWith("/feeds/CP6.ics?token=");

        HttpResponse<String> answer = new Browser(port).get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        VEvent event = event(answer.body(), meeting);
        assertThat(event.validate().hasErrors()).isFalse();
        assertThat(event.getUid().orElseThrow().getValue())
                .isEqualTo(meeting.toLowerCase(java.util.Locale.ROOT) + "@tansiq");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20270420T100000Z");
        assertThat(value(event, Property.SUMMARY))
                .isEqualTo(meeting + " — Comité de programme 6 : Formation professionnelle");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.URL)).endsWith("/coordination/meetings/" + meeting);

        meetings.cancel(meeting, "Sans objet", "sec.cp6");
        VEvent cancelled = event(new Browser(port).get(address).body(), meeting);
        assertThat(value(cancelled, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(cancelled, Property.SEQUENCE)).isEqualTo("1");
    }

    @Test
    void ownCalendarHasTheSessionsOfAllOnesBodiesAndOfNoOther() throws Exception {
        String mine = stage.convened("CP6");
        String other = stage.convened("CP3");
        List<String> addresses = addresses("m1.cp6");

        String own = new Browser(port).get(addresses.get(0)).body();

        assertThat(own).contains(mine).doesNotContain(other);
        assertThat(new Browser(port).get(addresses.get(1).replace("CP6", "CP3")).statusCode())
                .as("a body where the person does not sit")
                .isEqualTo(404);
        assertThat(new Browser(port).get(addresses("coord").get(0)).body()).contains(mine, other);
        meetings.cancel(mine, "Fin de l'essai", "sec.cp6");
        meetings.cancel(other, "Fin de l'essai", "sec.cp3");
    }

    @Test
    void itemsThatNobodyElseMayKnowAreNotInIt() {
        String meeting = stage.prepared("CP6", "Intitulé confidentiel");

        assertThat(new Browser(port).get(addresses("m1.cp6").get(1)).body())
                .contains(meeting)
                .doesNotContain("confidentiel");
        ClockUtil.reset();
        stage.itIs(LocalDateTime.of(2027, 4, 6, 9, 0));
        meetings.cancel(meeting, "Fin de l'essai", "sec.cp6");
    }

    @Test
    void replacedWithdrawnAndInventedAddressesLeadNowhere() {
        Browser person = new Browser(port).signIn("m1.cp6", "tansiq-demo");
        String first = addresses(person).get(0);
        String second = addresses(person).get(0);
        assertThat(second).isNotEqualTo(first);
        assertThat(person.get("/my-committees/feeds").body())
                .as("shown once")
                .doesNotContain("token=")
                .contains("jamais lues.");

        Browser program = new Browser(port);
        assertThat(program.get(first).statusCode()).isEqualTo(404);
        assertThat(program.get(second).statusCode()).isEqualTo(200);
        assertThat(person.get("/my-committees/feeds").body()).contains("lues pour la dernière fois");
        person.submit("/my-committees/feeds", "/my-committees/feeds/revocation", Map.of());
        assertThat(program.get(second).statusCode()).isEqualTo(404);

        for (String invented : List.of("", "?token=", "?token=abc", "?token=" + "a".repeat(5_000), "?token=%00'")) {
            assertThat(program.get("/feeds/me.ics" + invented).statusCode())
                    .as(invented)
                    .isEqualTo(404);
        }
    }

    @Test
    void secretIsNotKept() {
        String address = addresses("m1.cp6").get(0);
        String token = address.substring(address.indexOf('=') + 1);

        assertThat(token).hasSize(43);
        assertThat(database.sql("select sha256 from feed_token where account = 'm1.cp6'")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    private List<String> addresses(String person) {
        return addresses(new Browser(port).signIn(person, "tansiq-demo"));
    }

    private static List<String> addresses(Browser person) {
        person.submit("/my-committees/feeds", "/my-committees/feeds", Map.of());
        String page = person.get("/my-committees/feeds").body();
        Matcher found = ADDRESS.matcher(page);
        return found.results().map(each -> each.group(1)).toList();
    }

    private static VEvent event(String calendar, String meeting) throws Exception {
        Calendar read = new CalendarBuilder().build(new StringReader(calendar));
        assertThat(read.validate().hasErrors()).isFalse();
        return read.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(each -> value(each, Property.SUMMARY).startsWith(meeting))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
