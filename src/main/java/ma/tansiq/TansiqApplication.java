package ma.tansiq;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
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
        SpringApplication.run(TansiqApplication.class, arguments);
    }
}
