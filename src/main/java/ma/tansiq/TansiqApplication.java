package ma.tansiq;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Tansiq. The engine evaluates dates in the zone of the virtual machine, hence the zone set here. */
@Modulithic(systemName = "Tansiq")
@SpringBootApplication
@ConfigurationPropertiesScan
public class TansiqApplication {

    /** The zone of every date that people see (rule D3); instants are what is stored. */
    public static final String ZONE = "Africa/Casablanca";

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        SpringApplication.run(TansiqApplication.class, arguments);
    }
}
