package ma.tansiq.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of diagrams, and of queries only those few that filters need. A query is the one place
 * where an expression comes from a request (CVE-2026-109432) and the one caller that has no scope to give: hence an
 * expression without a scope is evaluated only when its text is on the list.
 */
final class EngineExpressions extends SpringExpressionManager {

    private static final Set<String> IN_QUERIES = Set.of(
            "${currentUser()}",
            "${currentUserGroups()}",
            "${now()}",
            "${endOfToday()}",
            "${endOfWeek()}",
            "${myself()}",
            "#{currentUser()}",
            "#{currentUserGroups()}",
            "#{now()}",
            "#{endOfToday()}",
            "#{endOfWeek()}",
            "#{myself()}");

    /** A query for the tasks of no group at all is refused by the engine; nobody is in this one. */
    private static final List<String> NO_GROUP = List.of("-");

    private static final ThreadLocal<VariableScope> SCOPE = new ThreadLocal<>();

    EngineExpressions(ApplicationContext context) {
        super(context, new ExpressionBeans(context));
        addFunction("endOfToday", QueryDates.method("endOfToday"));
        addFunction("endOfWeek", QueryDates.method("endOfWeek"));
        addFunction("myself", QueryPeople.method("myself"));
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new Guarded(createValueExpression(text), this, text);
    }

    /** Beans before variables: no variable hides a bean, and a call of one needs no variable read. */
    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new ReadOnlyMapELResolver(beans));
        resolvers.add(super.createElResolver());
        return resolvers;
    }

    /** The task or execution that this thread evaluates an expression for; null while it evaluates none. */
    static @Nullable VariableScope scope() {
        return SCOPE.get();
    }

    private static boolean allowedInQueries(String text) {
        return IN_QUERIES.contains(text.replaceAll("\\s", ""));
    }

    private static final class Guarded extends JuelExpression {

        Guarded(ValueExpression value, JuelExpressionManager manager, String text) {
            super(value, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && !isLiteralText() && !allowedInQueries(getExpressionText())) {
                throw new ProcessEngineException("expressions are not evaluated in queries");
            }
            Object value = within(scope, execution);
            return scope == null && value instanceof Collection<?> groups && groups.isEmpty() ? NO_GROUP : value;
        }

        private Object within(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            VariableScope outer = SCOPE.get();
            SCOPE.set(scope);
            try {
                return super.getValue(scope, execution);
            } finally {
                if (outer == null) {
                    SCOPE.remove();
                } else {
                    SCOPE.set(outer);
                }
            }
        }
    }
}
