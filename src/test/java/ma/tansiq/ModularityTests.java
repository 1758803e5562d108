package ma.tansiq;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every module uses only the modules that its {@code package-info.java} allows, and only their public types. */
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(TansiqApplication.class).verify();
    }
}
