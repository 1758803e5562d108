package ma.tansiq.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The beans that a diagram's expressions reach: the classes of processes, and the four that all diagrams share. Looked
 * up when they are asked for, since most of them need the engine themselves.
 */
final class ExpressionBeans extends AbstractMap<Object, Object> {

    private static final Set<String> SHARED = Set.of("deadlines", "forms", "answers", "groups");

    private final ApplicationContext context;

    ExpressionBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String bean
                && (SHARED.contains(bean) || bean.endsWith("Process"))
                && context.containsBean(bean);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name instanceof String bean && containsKey(bean) ? context.getBean(bean) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
