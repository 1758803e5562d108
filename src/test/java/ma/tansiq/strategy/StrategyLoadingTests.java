package ma.tansiq.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.TansiqTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@TansiqTest
@Transactional
class StrategyLoadingTests {

    private static final Resource SNIA = new ClassPathResource("strategy/snia.yaml");
    private static final List<String> TABLES = List.of(
            "strategy",
            "strategic_objective",
            "region",
            "organisation",
            "programme",
            "specific_objective",
            "body",
            "membership");

    @Autowired
    StrategyLoading loading;

    @Autowired
    Organisations organisations;

    @Autowired
    Programmes programmes;

    @Autowired
    SpecificObjectives objectives;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient database;

    @Test
    void startLoadsTheStrategy() {
        assertThat(programmes.all()).hasSize(11);
        assertThat(programmes.find(11))
                .map(p -> p.name(Locale.forLanguageTag("ar")))
                .contains("الحكامة والتواصل");
        assertThat(objectives.all()).hasSize(27);
        assertThat(objectives.ofProgramme(11)).hasSize(4);
        assertThat(regions.all()).hasSize(12);
        assertThat(organisations.find("HCR")).isPresent();
        assertThat(organisations.find("EROG")).map(o -> o.name(Locale.FRENCH)).contains("EROG");
    }

    @Test
    void loadingTwiceChangesNothing() {
        Map<String, String> before = contents();
        loading.load(SNIA);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void editsOutliveTheNextLoading() {
        database.sql("update specific_objective set text_fr = 'Trouvé', confidence = 'SOURCED' where code = 'OSP7'")
                .update();
        database.sql("update body set cadence = 'P2M' where code = 'CP4'").update();
        database.sql("update membership set valid_to = '2021-01-01' where seat = 'CP4.m1'")
                .update();
        Map<String, String> edited = contents();

        loading.load(SNIA);

        assertThat(contents()).isEqualTo(edited);
    }

    @Test
    void entriesThatAreNewInTheFileAreAdded() {
        database.sql("delete from region where iso = 'MA-12'").update();
        loading.load(SNIA);
        assertThat(regions.all()).hasSize(12);
    }

    @Test
    void wrongFileLoadsNothing() throws Exception {
        Map<String, String> before = contents();
        String text = SNIA.getContentAsString(StandardCharsets.UTF_8)
                .replace("MA-12", "MA-13")
                .replace("cadence: P3M", "cadence: often");
        assertThatExceptionOfType(StrategyFileRefused.class).isThrownBy(() -> loading.load(resource(text)));
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void oneDatabaseServesOneStrategy() throws Exception {
        String other = SNIA.getContentAsString(StandardCharsets.UTF_8).replace("code: SNIA", "code: EAU");
        assertThatExceptionOfType(StrategyFileRefused.class)
                .isThrownBy(() -> loading.load(resource(other)))
                .withMessageContaining("describes the strategy EAU, but this database holds SNIA");
    }

    private Map<String, String> contents() {
        return TABLES.stream().collect(java.util.stream.Collectors.toMap(t -> t, this::contents));
    }

    private String contents(String table) {
        return database.sql("select coalesce(string_agg(t::text, '\n' order by t::text), '') from " + table + " t")
                .query(String.class)
                .single();
    }

    private static Resource resource(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "changed.yaml");
    }
}
