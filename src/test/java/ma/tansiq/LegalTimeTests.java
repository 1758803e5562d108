package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected offsets: IANA time zone data 2026f for {@code Africa/Casablanca}. */
class LegalTimeTests {

    @ParameterizedTest
    @CsvSource({
        "2018-07-01T12:00:00Z, +01:00",
        "2019-05-15T12:00:00Z, Z", // Ramadan
        "2026-03-01T12:00:00Z, Z", // Ramadan
        "2026-06-01T12:00:00Z, +01:00",
        "2026-09-20T00:59:59Z, +01:00",
        "2026-09-20T01:00:00Z, Z",
        "2026-11-25T12:00:00Z, Z",
        "2027-06-01T12:00:00Z, Z",
        "2040-06-01T12:00:00Z, Z"
    })
    void followsTheLawWhateverTheRuntimeKnows(Instant instant, ZoneOffset expected) {
        assertThat(LegalTime.ZONE.getRules().getOffset(instant)).isEqualTo(expected);
    }

    @Test
    void correctsTablesThatDoNotKnowTheReturnToUtc() {
        ZoneOffsetTransition toPlusOne =
                ZoneOffsetTransition.of(LocalDateTime.of(2018, 6, 17, 2, 0), ZoneOffset.UTC, ZoneOffset.ofHours(1));
        ZoneOffsetTransition ramadan2027 =
                ZoneOffsetTransition.of(LocalDateTime.of(2027, 2, 7, 3, 0), ZoneOffset.ofHours(1), ZoneOffset.UTC);
        ZoneRules stale =
                ZoneRules.of(ZoneOffset.UTC, ZoneOffset.UTC, List.of(), List.of(toPlusOne, ramadan2027), List.of());

        ZoneRules corrected = LegalTime.corrected(stale);

        assertThat(LegalTime.isCurrent(stale)).isFalse();
        assertThat(LegalTime.isCurrent(corrected)).isTrue();
        assertThat(corrected.getTransitions()).hasSize(2).contains(toPlusOne).doesNotContain(ramadan2027);
    }

    @Test
    void firstOfAMonthIsWrittenAsFrenchWritesIt() {
        LocalDate first = LocalDate.of(2027, 2, 1);
        assertThat(LegalTime.inWords(Locale.FRENCH).format(first)).isEqualTo("lundi 1er février 2027");
        assertThat(LegalTime.inWords(Locale.FRENCH).format(first.plusDays(20))).isEqualTo("dimanche 21 février 2027");
        assertThat(LegalTime.inWords(Locale.UK).format(first)).isEqualTo("Monday 1 February 2027");
    }

    @Test
    void usesTheRuntimesOwnTablesOnceTheyKnow() {
        boolean runtimeKnows =
                LegalTime.isCurrent(ZoneId.of(LegalTime.IANA_NAME).getRules());

        assertThat(LegalTime.isCorrected()).isNotEqualTo(runtimeKnows);
    }
}
