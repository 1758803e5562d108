package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms can be found by the engine, exist in French, and ask the same in every language. */
class FormTests {

    /** Between letters, where no French word has any other. */
    static final Pattern STRAIGHT = Pattern.compile("\\p{L}'\\p{L}");

    static Stream<Form> forms() {
        return Models.forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theFileIsCalledAfterItsFormAndLanguage(Form form) {
        assertThat(form.toString()).isEqualTo(form.id() + ".form");
        assertThat(form.id()).matches("[a-z]+(-[a-z]+)*\\.(fr|ar|en)");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyLanguageAsksTheSame(Form form) {
        Form french = Models.forms()
                .filter(other -> other.id().equals(form.name() + ".fr"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(form + " has no French form beside it"));
        assertThat(form.keys()).isEqualTo(french.keys());
        assertThat(form.reads()).isEqualTo(french.reads());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theFormHasNothingThatTasklistCannotShow(Form form) {
        assertThat(form.componentTypes()).doesNotContain("filepicker", "documentPreview", "iframe", "expression");
        assertThat(form.content().findValues("validate"))
                .as("the server answers with a sentence; form-js would answer in English")
                .isEmpty();
        assertThat(form.ids()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void textsBreakTheirLinesInsteadOfShowingHowALineIsBroken(Form form) {
        assertThat(form.content().findValuesAsText("text"))
                .allSatisfy(text -> assertThat(text).doesNotContain("\\n"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void apostrophesAreCurvedInWhatPeopleRead(Form form) {
        assertThat(Stream.of("label", "text", "description", "dateLabel", "timeLabel")
                        .flatMap(part -> form.content().findValuesAsText(part).stream()))
                .noneMatch(STRAIGHT.asPredicate());
    }

    @Test
    void everyFormIsUsedByATask() {
        Set<String> used = Models.diagrams().stream()
                .flatMap(diagram -> diagram.userTasks().stream())
                .map(UserTaskModelTests::formOf)
                .collect(Collectors.toSet());
        List<String> unused = Models.forms()
                .map(Form::name)
                .filter(name -> !used.contains(name))
                .toList();
        assertThat(unused).isEmpty();
    }
}
