package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A form with several wrong answers says all of them at once; nothing of it is read further. */
class AnswersTests {

    private record Trip(String place, LocalDate day, int people) {}

    @Test
    void everythingThatIsWrongIsToldInOneAnswer() {
        Answers answers = answers(Map.of("day", "tomorrow", "people", 13));

        assertThat(told(answers)).isEqualTo("""
                        3 réponses sont à revoir :
                        • « place » est à remplir.
                        • « day » doit être une date valable, par exemple 15/03/2027.
                        • « people » doit être compris entre 1 et 12.""");
    }

    @Test
    void oneWrongAnswerIsToldAsBefore() {
        Answers answers = answers(Map.of("place", "Ifrane", "day", "2027-03-15", "people", 13));

        assertThatThrownBy(() -> answers.read(AnswersTests::trip)).isInstanceOf(AnswerRefused.class);
        assertThat(told(answers)).isEqualTo("« people » doit être compris entre 1 et 12.");
    }

    @Test
    void aDecisionIsOneOfTheTwoThatTheFormOffers() {
        assertThat(answers(Map.of("decision", "approve")).either("decision", "approve", "return"))
                .isTrue();
        assertThat(answers(Map.of("decision", "return")).either("decision", "approve", "return"))
                .isFalse();
        assertThatThrownBy(() -> answers(Map.of("decision", "banana")).either("decision", "approve", "return"))
                .isInstanceOf(AnswerRefused.class);
        assertThatThrownBy(() -> answers(Map.of()).either("decision", "approve", "return"))
                .isInstanceOf(AnswerRefused.class);
    }

    @Test
    void rowsOfAListAreNamed() {
        Answers answers = answers(Map.of("stops", List.of(Map.of("place", "Fès"), Map.of(), Map.of("place", " "))));

        assertThat(catchThrowableOfType(
                        SeveralRefused.class,
                        () -> answers.read(fields -> fields.rows("stops").stream()
                                .map(row -> row.requiredText("place", 20))
                                .toList())))
                .satisfies(refused -> assertThat(sentence(refused)).contains("stops, 2 : place", "stops, 3 : place"));
    }

    @Test
    void aLongListIsNotReadOutToItsEnd() {
        List<Map<String, String>> empty =
                IntStream.range(0, 50).mapToObj(i -> Map.<String, String>of()).toList();
        Answers answers = answers(Map.of("stops", empty));

        assertThat(catchThrowableOfType(
                        SeveralRefused.class,
                        () -> answers.read(fields -> fields.rows("stops").stream()
                                .map(row -> row.requiredText("place", 20))
                                .toList())))
                .satisfies(refused -> assertThat(sentence(refused).lines())
                        .hasSize(10)
                        .startsWith("50 réponses sont à revoir :")
                        .endsWith("… et 42 de plus."));
    }

    @Test
    void aRuleBrokenByWhatStandsInForARefusedAnswerIsNotTold() {
        Answers answers = answers(Map.of("day", "2027-03-15", "people", 2));

        assertThatThrownBy(() -> answers.read(fields -> {
                    if (fields.requiredText("place", 20).isEmpty()) {
                        throw TaskRefused.notAllowed();
                    }
                    return true;
                }))
                .isInstanceOfSatisfying(
                        AnswerRefused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("refusal.engine.missing"));
    }

    @Test
    void aRuleBrokenByRightAnswersIsTold() {
        assertThatThrownBy(() -> answers(Map.of()).read(fields -> {
                    throw TaskRefused.notAllowed();
                }))
                .isInstanceOf(TaskRefused.class);
    }

    @Test
    void rulesAreToldTogetherWithWrongAnswers() {
        Problems problems = new Problems();
        Fields fields = answers(Map.of("day", "tomorrow", "people", 13)).gathering(problems);
        trip(fields);
        if (fields.sound("day")) {
            throw new AssertionError("a day that is none");
        }
        assertThat(fields.sound("place", "people")).isFalse();
        assertThat(fields.sound("luggage")).isTrue();
        problems.check(() -> {
            throw TaskRefused.notAllowed();
        });

        assertThat(sentence(catchThrowableOfType(Refusal.class, problems::refuse))
                        .lines())
                .containsExactly(
                        "4 réponses sont à revoir :",
                        "• « place » est à remplir.",
                        "• « day » doit être une date valable, par exemple 15/03/2027.",
                        "• « people » doit être compris entre 1 et 12.",
                        "• Cette opération n’est pas possible sur une tâche.");
    }

    @Test
    void aConflictIsToldAlone() {
        Problems problems = new Problems();
        problems.add(TaskRefused.notAllowed());

        assertThatThrownBy(() -> problems.check(() -> {
                    throw Conflict.taskGone();
                }))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void rowsOfWhichSomethingIsWrongAreLeftOutOfRules() {
        Problems problems = new Problems();
        Fields fields = answers(Map.of("stops", List.of(Map.of("place", "Fès"), Map.of())))
                .gathering(problems);

        assertThat(fields.rows("stops", row -> row.requiredText("place", 20))).containsExactly("Fès");
        assertThat(problems.none()).isFalse();
    }

    @Test
    void aWrongAnswerReadsAsGivenSoThatItDoesNotCountAsMissing() {
        Fields fields =
                answers(Map.of("note", "a".repeat(21), "kind", "banana")).gathering(new Problems());

        assertThat(fields.text("note", 20)).isPresent();
        assertThat(fields.optionalEither("kind", "bus", "train")).isPresent();
        assertThat(fields.text("absent", 20)).isEmpty();
    }

    @Test
    void rightAnswersAreRead() {
        assertThat(answers(Map.of("place", "Ifrane", "day", "2027-03-15", "people", 2))
                        .read(AnswersTests::trip))
                .isEqualTo(new Trip("Ifrane", LocalDate.of(2027, 3, 15), 2));
    }

    @Test
    void outsideAReadingTheFirstWrongAnswerStops() {
        Answers answers = answers(Map.of());
        assertThatThrownBy(() -> answers.read(AnswersTests::trip)).isInstanceOf(SeveralRefused.class);

        assertThatThrownBy(() -> answers.date("day")).isInstanceOf(AnswerRefused.class);
    }

    private static Trip trip(Fields fields) {
        return new Trip(fields.requiredText("place", 20), fields.date("day"), fields.wholeNumber("people", 1, 12));
    }

    private static Answers answers(Map<String, ?> values) {
        return new Answers("1", "Task_Trip", "T-1", "somebody", values);
    }

    private static String told(Answers answers) {
        return sentence(catchThrowableOfType(Refusal.class, () -> answers.read(AnswersTests::trip)));
    }

    private static String sentence(Refusal refusal) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Refusals(messages).sentence(refusal, Locale.FRENCH);
    }
}
