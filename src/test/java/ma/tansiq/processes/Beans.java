package ma.tansiq.processes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    Optional<Class<?>> find(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
