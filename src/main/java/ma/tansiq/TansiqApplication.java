package ma.tansiq;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;
import org.springframework.modulith.Modulithic;

/**
 * Starts Tansiq. The engine's tables hold local times of the virtual machine's zone: in UTC they mean one instant each,
 * on every node and after every change of Morocco's legal time ({@link LegalTime}).
 */
@Modulithic(systemName = "Tansiq")
@SpringBootApplication
@ConfigurationPropertiesScan
public class TansiqApplication {

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        ConfigurableApplicationContext application = SpringApplication.run(TansiqApplication.class, arguments);
        if (application.getEnvironment().acceptsProfiles(Profiles.of("replay"))) {
            application.close(); // it is played before the start is over, and has nothing to serve
        }
    }
}
