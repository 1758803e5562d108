package ma.tansiq.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class HolderNamesTests {

    @Test
    void officesAreCalledByTheirNamesAndPeopleByTheirs() {
        StaticMessageSource texts = new StaticMessageSource();
        texts.addMessage("office.secretary", Locale.FRENCH, "Secrétariat {0}");
        HolderNames names = new HolderNames(texts, Locale.FRENCH);

        assertThat(names.of("CP11-secretary, COPIL-secretary")).isEqualTo("Secrétariat CP11, Secrétariat COPIL");
        assertThat(names.of("Amina Benali-Tazi")).isEqualTo("Amina Benali-Tazi");
        assertThat(names.of(null)).isEmpty();
    }
}
