package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import ma.tansiq.processes.Expression.Call;
import org.junit.jupiter.api.Test;

/** The reader of expressions that the checks of all diagrams rest on. */
class ExpressionTests {

    @Test
    void countsTheArgumentsOfEachCall() {
        Expression expression = new Expression("!a.b(answers.of(task), 'x, (y', 2) && c.d()");
        assertThat(expression.calls())
                .containsExactly(new Call("a", "b", 3), new Call("answers", "of", 1), new Call("c", "d", 0));
    }

    @Test
    void namesWhatItReadsBesidesBeans() {
        assertThat(new Expression("a.b(execution.processBusinessKey, 'Task_X', member)").names())
                .containsExactly("execution", "member");
    }
}
