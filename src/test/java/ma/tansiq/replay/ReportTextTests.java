package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReportTextTests {

    private final ReportText english = new ReportText(messages(), Locale.ENGLISH);

    @Test
    void listsEachFigureWithItsLabel() {
        assertThat(english.of(report(5, Map.of(), "33", "12.5")))
                .contains("Replay from 2017-09-01 to 2018-08-31, seed 5, rules: those in force")
                .containsPattern("Meetings held · CP +33\n")
                .containsPattern("From session to sealed minutes \\(days, median\\) +12.5\n")
                .contains("2 min 05 s");
    }

    @Test
    void comparesFigureByFigure() {
        String table = english.comparing(
                report(5, Map.of(), "33", "12.5"), report(5, Map.of("CP.silence", "3"), "33", "10.0"));

        assertThat(table)
                .contains("rules: CP.silence=3")
                .containsPattern("Meetings held · CP +33 +33 +=\n")
                .containsPattern("sealed minutes \\(days, median\\) +12.5 +10.0 +-2.5\n")
                .doesNotContain("not those of the rules alone");
    }

    @Test
    void saysWhenMoreThanTheRulesDiffers() {
        assertThat(english.comparing(report(5, Map.of(), "33", "12.5"), report(6, Map.of(), "34", "12.5")))
                .contains("not those of the rules alone");
    }

    @Test
    void everyFigureHasALabelInEveryLanguage() {
        for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH, Locale.forLanguageTag("ar")}) {
            assertThat(new ReportText(messages(), locale).of(report(5, Map.of(), "1", "2")))
                    .doesNotContain("replay.");
        }
    }

    private static ReplayReport report(long seed, Map<String, String> rules, String held, String days) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("meetings.held[CP]", new BigDecimal(held));
        figures.put("cycle.session-to-minutes", new BigDecimal(days));
        return new ReplayReport(LocalDate.of(2017, 9, 1), LocalDate.of(2018, 8, 31), seed, rules, figures, 125, 9_000);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/replay");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
