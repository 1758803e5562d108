package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.tansiq.processes.Expression.Call;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.util.ClassUtils;

/** The beans that diagrams may name, found as the application finds them, without starting it. */
final class Beans {

    private static final Set<String> SHARED = Set.of("deadlines", "forms", "answers", "groups");

    private final Map<String, Class<?>> types = new TreeMap<>();

    Beans() {
        DefaultListableBeanFactory registry = new DefaultListableBeanFactory();
        new ClassPathBeanDefinitionScanner(registry).scan("ma.tansiq");
        for (String name : registry.getBeanDefinitionNames()) {
            Optional.ofNullable(registry.getBeanDefinition(name).getBeanClassName())
                    .filter(type -> SHARED.contains(name) || name.endsWith("Process"))
                    .ifPresent(type -> types.put(name, ClassUtils.resolveClassName(type, null)));
        }
    }

    /** Every call in that diagram reaches a public method of a public bean that diagrams may use. */
    void answer(Diagram diagram) {
        diagram.expressions()
                .forEach(expression -> expression.calls().forEach(call -> answer(diagram, expression, call)));
    }

    private void answer(Diagram diagram, Expression expression, Call call) {
        Class<?> bean = find(call.bean())
                .orElseThrow(() -> new AssertionError(
                        diagram + ": no bean that diagrams may use is called " + call.bean() + " in " + expression));
        assertThat(Modifier.isPublic(bean.getModifiers()))
                .as("the engine reaches only public classes: " + bean)
                .isTrue();
        assertThat(methods(bean))
                .as(diagram + ", " + expression.text())
                .contains(call.method() + "/" + call.arguments());
    }

    Optional<Class<?>> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private static List<String> methods(Class<?> bean) {
        return Stream.of(bean.getMethods())
                .filter(method -> !Arrays.asList(Object.class.getMethods()).contains(method))
                .map(method -> method.getName() + "/" + method.getParameterCount())
                .toList();
    }
}
