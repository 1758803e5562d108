package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people are like does not depend on what is played with them. */
class AbsencesTests {

    private static final LocalDate FROM = LocalDate.of(2017, 9, 1);
    private static final List<String> PEOPLE =
            IntStream.range(0, 200).mapToObj(i -> "m" + i + ".cp1").toList();

    private final Absences absences = new Absences(Chance.of(5), FROM, 365);

    @Test
    void samePersonIsAwayOnTheSameDaysWheneverAsked() {
        Absences again = new Absences(Chance.of(5), FROM, 365);

        assertThat(PEOPLE).allSatisfy(each -> assertThat(again.of(each)).isEqualTo(absences.of(each)));
    }

    @Test
    void someAreAwayForWeeksAndManyAreNotAway() {
        assertThat(PEOPLE).anyMatch(each -> absences.of(each).stream().anyMatch(Absences.Absence::isLong));
        assertThat(PEOPLE).anyMatch(each -> absences.of(each).isEmpty());
    }

    @Test
    void absenceIncludesBothItsDaysAndIsLongFromFifteenDaysOn() {
        Absences.Absence absence = new Absences.Absence(FROM, FROM.plusDays(14));

        assertThat(absence.includes(FROM)).isTrue();
        assertThat(absence.includes(FROM.plusDays(14))).isTrue();
        assertThat(absence.includes(FROM.plusDays(15))).isFalse();
        assertThat(absence.isLong()).isTrue();
        assertThat(new Absences.Absence(FROM, FROM.plusDays(13)).isLong()).isFalse();
        assertThat(absence.meets(new Absences.Absence(FROM.plusDays(14), FROM.plusDays(20))))
                .isTrue();
        assertThat(absence.meets(new Absences.Absence(FROM.plusDays(15), FROM.plusDays(20))))
                .isFalse();
    }

    @Test
    void somePeopleAreLateAndSomeNeverAreAndSomeLeaveWhatIsOptional() {
        Instant opened = Instant.parse("2017-09-04T09:00:00Z");
        Instant due = opened.plus(Duration.ofDays(5));
        Chance chance = Chance.of(5);

        List<Instant> done = PEOPLE.stream()
                .map(each -> Manner.of(chance, each).when(opened, due, chance.about(each)))
                .toList();

        assertThat(done).allMatch(each -> each.isAfter(opened));
        assertThat(done).anyMatch(each -> each.isAfter(due)).anyMatch(each -> each.isBefore(due));
        assertThat(PEOPLE).anyMatch(each -> Manner.of(chance, each).answersOptional(chance.about(each)));
        assertThat(PEOPLE).anyMatch(each -> !Manner.of(chance, each).answersOptional(chance.about(each)));
    }
}
