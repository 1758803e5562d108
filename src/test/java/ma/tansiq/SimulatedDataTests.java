package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Optional;
import ma.tansiq.engine.SimulatedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** Where a replay played what is shown, every page says so; elsewhere none does. */
@TansiqTest
class SimulatedDataTests {

    @LocalServerPort
    int port;

    @Autowired
    SimulatedData simulated;

    @AfterEach
    void nothingIsSimulated() {
        period(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|Données simulées : un rejeu du 01/09/2017 au 31/08/2018.",
                "en|Simulated data: a replay from 01/09/2017 to 31/08/2018.",
                "ar|بيانات افتراضية: إعادة تشغيل من 01/09/2017 إلى 31/08/2018.",
            })
    void everyPageSaysThatItsDataAreSimulated(String language, String sentence) {
        period(Optional.of(new SimulatedData.Period(LocalDate.of(2017, 9, 1), LocalDate.of(2018, 8, 31))));
        Browser guest = new Browser(port);
        guest.get("/language?to=" + language + "&back=/");
        assertThat(guest.get("/").body()).contains(sentence);
        assertThat(guest.get("/login").body()).contains(sentence);
        assertThat(guest.get("/no-such-page").body()).contains(sentence);

        assertThat(new Browser(port)
                        .signIn("coord", "tansiq-demo")
                        .get("/camunda/app/tasklist/default/")
                        .headers()
                        .firstValue("Tansiq-Simulated"))
                .contains("01/09/2017 - 31/08/2018");
        Browser coordinator = new Browser(port).signIn("coord", "tansiq-demo");
        for (String page : new String[] {"/coordination", "/coordination/meetings", "/coordination/cadence"}) {
            HttpResponse<String> answer = coordinator.get(page);
            assertThat(answer.body()).as(page).contains("class=\"simulated\"");
        }
    }

    @Test
    void noPageSaysSoWherePeopleDoEverythingThemselves() {
        assertThat(new Browser(port).get("/").body()).doesNotContain("class=\"simulated\"");
    }

    private void period(Optional<SimulatedData.Period> period) {
        ReflectionTestUtils.setField(simulated, "period", period);
    }
}
