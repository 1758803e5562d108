package ma.tansiq.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTests {

    @Test
    void sameSeedAndQuestionGiveTheSameAnswerInWhateverOrder() {
        Chance one = Chance.of(7);
        Chance other = Chance.of(7);
        double first = one.about("CP1", "Task_PlanMeeting").fraction();
        one.about("CP2").fraction();

        assertThat(other.about("CP1", "Task_PlanMeeting").fraction()).isEqualTo(first);
    }

    @Test
    void anotherSeedOrQuestionGivesAnotherAnswer() {
        double answer = Chance.of(7).about("CP1", "a").fraction();

        assertThat(Chance.of(8).about("CP1", "a").fraction()).isNotEqualTo(answer);
        assertThat(Chance.of(7).about("CP1", "b").fraction()).isNotEqualTo(answer);
        assertThat(Chance.of(7).about("CP1a").fraction()).isNotEqualTo(answer);
        assertThat(Chance.of(7).about("CP1").about("a", "a").fraction()).isNotEqualTo(answer);
    }

    @Test
    void happensAboutAsOftenAsItsProbabilitySays() {
        long happened = IntStream.range(0, 10_000)
                .filter(i -> Chance.of(1).about("CP" + i % 11, i).happens(0.3))
                .count();

        // three standard deviations of a binomial distribution are 137
        assertThat(happened).isBetween(2_863L, 3_137L);
    }

    @Test
    void drawsEveryNumberAndChoiceFromTheFirstToTheLast() {
        List<Integer> drawn = IntStream.range(0, 500)
                .mapToObj(i -> Chance.of(3).about(i).between(2, 5))
                .distinct()
                .sorted()
                .toList();

        assertThat(drawn).containsExactly(2, 3, 4, 5);
        assertThat(IntStream.range(0, 500).mapToObj(i -> Chance.of(3).about(i).oneOf(List.of("a", "b", "c"))))
                .containsOnly("a", "b", "c")
                .contains("a", "b", "c");
    }
}
