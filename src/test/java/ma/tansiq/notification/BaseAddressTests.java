package ma.tansiq.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links in mails lead to where the application is. That the port is the real one, TaskAnnouncementTests sees. */
class BaseAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://tansiq.example.org", "https://tansiq.example.org/", " https://tansiq.example.org "})
    void theSettingCounts(String set) {
        assertThat(new BaseAddress(set, 8092).uri()).hasToString("https://tansiq.example.org");
    }

    @Test
    void withoutItThisMachineAtItsPort() {
        assertThat(new BaseAddress(null, 8092).uri()).hasToString("http://localhost:8092");
        assertThat(new BaseAddress("", 8092).uri()).hasToString("http://localhost:8092");
    }
}
