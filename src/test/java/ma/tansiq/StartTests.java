package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TansiqTest
class StartTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @Test
    void engineAndDomainShareOneDurableDatabase() {
        assertThat(engine.getName()).isEqualTo("default");
        assertThat(database.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(database.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
        assertThat(database.sql("select count(*) from act_ge_property")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
