package ma.tansiq.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * A real PostgreSQL 17 inside the application's directory, for a start without any server. Keeps its data, writes as
 * durably as a server would, and listens on loopback only. Switched off by {@code spring.datasource.url}.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(@Value("${tansiq.data-directory}") Path path) throws IOException {
        return DataDirectory.take(path);
    }

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(DataDirectory data, @Value("${tansiq.postgresql-directory}") Path binaries)
            throws IOException {
        return EmbeddedServer.start(data, binaries);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }
        };
    }
}
