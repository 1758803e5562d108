package ma.tansiq.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import ma.tansiq.TansiqTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@TansiqTest
@Transactional
@RecordApplicationEvents
class HolidayManagementTests {

    private static final String FITR = "ID_AL_FITR-1472";
    private static final LocalDate ESTIMATE = LocalDate.of(2050, 6, 21);
    private static final LocalDate WORKED = LocalDate.of(2050, 9, 1);

    @Autowired
    HolidayManagement management;

    @Autowired
    Holidays holidays;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient database;

    @Autowired
    MessageSource messages;

    @Autowired
    ApplicationEvents events;

    @Test
    void confirmingKeepsTheDateAndSaysSo() {
        assertThat(holiday().firstDay()).isEqualTo(ESTIMATE);
        management.confirm(FITR, 0, "Communiqué du 20/06/2050", "admin");

        assertThat(holiday().confirmed()).isTrue();
        assertThat(holiday().firstDay()).isEqualTo(ESTIMATE);
        assertThat(holiday().act()).isEqualTo("Communiqué du 20/06/2050");
        assertThat(events.stream(Holiday.HolidayConfirmed.class)).hasSize(1);
    }

    @Test
    void movingCountsAtOnceAndIsPublished() {
        assertThat(workingDays.isWorkingDay(ESTIMATE.plusDays(2))).isTrue();
        management.move(FITR, ESTIMATE.plusDays(1), 0, "Communiqué", "admin");

        assertThat(workingDays.isWorkingDay(ESTIMATE)).isTrue();
        assertThat(workingDays.isWorkingDay(ESTIMATE.plusDays(1))).isFalse();
        assertThat(workingDays.isWorkingDay(ESTIMATE.plusDays(2))).isFalse();
        assertThat(events.stream(Holiday.HolidayMoved.class))
                .singleElement()
                .satisfies(event -> assertThat(event.previousFirstDay()).isEqualTo(ESTIMATE));
    }

    @Test
    void aSecondMoveReplacesTheFirst() {
        management.move(FITR, ESTIMATE.plusDays(1), 0, "Communiqué", "admin");
        management.move(FITR, ESTIMATE, 1, "Rectificatif", "admin");

        assertThat(holiday().firstDay()).isEqualTo(ESTIMATE);
        assertThat(database.sql("select count(*) from holiday_ruling where reference = ?")
                        .param(FITR)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoeverReadBeforeTheLastRulingIsTold() {
        management.move(FITR, ESTIMATE.plusDays(1), 0, "Communiqué", "admin");
        assertThatExceptionOfType(CalendarConflict.class)
                .isThrownBy(() -> management.move(FITR, ESTIMATE.minusDays(1), 0, "Autre communiqué", "admin2"));
        assertThatExceptionOfType(CalendarConflict.class)
                .isThrownBy(() -> management.confirm(FITR, 2, "Communiqué à venir", "admin2"));
        assertThat(holiday().firstDay()).isEqualTo(ESTIMATE.plusDays(1));

        management.add(WORKED, "Deuil national", "Décret", "admin");
        assertThatExceptionOfType(CalendarConflict.class)
                .isThrownBy(() -> management.withdraw(WORKED, 0, "Erreur", "admin2"));
        assertThat(workingDays.isWorkingDay(WORKED)).isFalse();
    }

    @Test
    void anExceptionalDayIsOffUntilWithdrawn() {
        management.add(WORKED, "Deuil national", "Décret 2-50-1", "admin");
        assertThat(workingDays.isWorkingDay(WORKED)).isFalse();
        assertThat(holidays.on(WORKED))
                .hasValueSatisfying(h -> assertThat(h.name()).isEqualTo("Deuil national"));

        management.withdraw(WORKED, 1, "Erreur de saisie", "admin");
        assertThat(workingDays.isWorkingDay(WORKED)).isTrue();
        assertThat(events.stream(Holiday.HolidayAdded.class)).hasSize(1);
        assertThat(events.stream(Holiday.HolidayWithdrawn.class)).hasSize(1);
    }

    @Test
    void refusesWhatTheRulesDoNotAllow() {
        refused("holiday-unknown", () -> management.confirm("ID_AL_FITR-0000", 0, "a", "admin"));
        refused("not-religious", () -> management.move("LABOUR_DAY-2050", LocalDate.of(2050, 5, 2), 0, "a", "admin"));
        refused("too-far-from-estimate", () -> management.move(FITR, ESTIMATE.plusDays(4), 0, "a", "admin"));
        refused("act-missing", () -> management.confirm(FITR, 0, "  ", "admin"));
        refused("too-long", () -> management.confirm(FITR, 0, "a".repeat(501), "admin"));
        refused("name-missing", () -> management.add(WORKED, "", "a", "admin"));
        refused("already-off", () -> management.add(LocalDate.of(2050, 5, 1), "Pont", "a", "admin"));
        refused("not-exceptional", () -> management.withdraw(WORKED, 0, "a", "admin"));
        refused("year-unknown", () -> management.add(LocalDate.of(20260, 1, 6), "Pont", "a", "admin"));
        assertThat(holiday().confirmed()).isFalse();
        assertThat(events.stream(Holiday.HolidayMoved.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update holiday_ruling set act = 'x'", "delete from holiday_ruling", "truncate holiday_ruling"})
    void rulingsCannotBeRewritten(String sql) {
        management.confirm(FITR, 0, "Communiqué", "admin");
        assertThatThrownBy(() -> database.sql(sql).update()).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void everyDayHasANameInEveryLanguage(String language) {
        assertThat(holidays.between(LocalDate.of(2050, 1, 1), LocalDate.of(2050, 12, 31)))
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(h -> assertThat(messages.getMessage(h.nameKey(), null, Locale.forLanguageTag(language)))
                        .isNotBlank());
    }

    private Holiday holiday() {
        return holidays.find(FITR).orElseThrow();
    }

    private void refused(String rule, ThrowingCallable action) {
        assertThatExceptionOfType(CalendarRefusal.class).isThrownBy(action).satisfies(refusal -> {
            assertThat(refusal.messageKey()).isEqualTo("refusal.calendar." + rule);
            assertThat(messages.getMessage(refusal.messageKey(), refusal.arguments(), Locale.FRENCH))
                    .doesNotContain("{", "''");
        });
    }
}
