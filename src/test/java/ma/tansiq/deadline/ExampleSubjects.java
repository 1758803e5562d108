package ma.tansiq.deadline;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Subjects that tests make up; their business keys begin with {@code EXAMPLE-}. */
@Component
class ExampleSubjects implements DeadlineSubjects {

    private final Map<String, DeadlineSubject> subjects = new ConcurrentHashMap<>();
    private final Map<String, Map<Rung, List<String>>> seats = new ConcurrentHashMap<>();

    void set(String businessKey, String level, Map<Anchor, Instant> anchors) {
        subjects.put(businessKey, new DeadlineSubject("Exemple", level, anchors));
        seats.computeIfAbsent(
                businessKey,
                key -> new EnumMap<>(Map.of(
                        Rung.SECRETARY, List.of("ex.secretary"),
                        Rung.CHAIR, List.of("ex.chair"),
                        Rung.PARENT_SECRETARIAT, List.of("ex.parent"),
                        Rung.COORDINATOR, List.of("ex.coordinator"))));
    }

    void vacate(String businessKey, Rung rung) {
        seats.getOrDefault(businessKey, Map.of()).remove(rung);
    }

    @Override
    public Optional<DeadlineSubject> find(String businessKey) {
        return Optional.ofNullable(subjects.get(businessKey));
    }

    @Override
    public List<String> accountsOn(Rung rung, String businessKey) {
        return seats.getOrDefault(businessKey, Map.of()).getOrDefault(rung, List.of());
    }
}
