package ma.tansiq.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** The process that the engine's tests run: somebody runs an errand, somebody else confirms. */
@Component("errandProcess")
public class ErrandProcess {

    final List<Answers> received = new CopyOnWriteArrayList<>();
    final AtomicInteger attacks = new AtomicInteger();
    final List<String> reminded = new CopyOnWriteArrayList<>();
    final Map<String, Instant> cutOffs = new ConcurrentHashMap<>();

    public void ran(Answers answers) {
        answers.requiredText("place", 20);
        received.add(answers);
    }

    /** What attacks try to run. */
    public String attacked() {
        attacks.incrementAndGet();
        return "attacker";
    }

    public void remind(String taskId) {
        reminded.add(taskId);
    }

    public Date reminder(String businessKey) {
        return Date.from(Instant.parse("2030-06-10T09:00:00Z"));
    }

    public Date cutOff(String businessKey) {
        return Date.from(cutOffs.getOrDefault(businessKey, Instant.parse("2030-07-01T09:00:00Z")));
    }
}
