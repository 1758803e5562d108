package ma.tansiq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People who act over HTTP at the same moment, and what each of them was told. */
public final class AtOnce implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService people = Executors.newCachedThreadPool();

    /** What the person of that number does. */
    public interface Act<T> {
        T of(int person) throws Exception;
    }

    /** Done; told in a sentence that somebody was faster or that a rule forbids it; or neither, which nobody should see. */
    public enum Outcome {
        DONE,
        TOLD,
        FAILED
    }

    public <T> List<T> act(int many, Act<T> act) throws Exception {
        CyclicBarrier ready = new CyclicBarrier(many);
        List<Callable<T>> acts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int person = i;
            acts.add(() -> {
                ready.await();
                return act.of(person);
            });
        }
        List<T> done = new ArrayList<>();
        for (Future<T> each : people.invokeAll(acts)) {
            done.add(each.get());
        }
        return done;
    }

    public static Outcome outcome(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200, 204, 302 -> Outcome.DONE;
            case 409, 422 -> Outcome.TOLD;
            default -> Outcome.FAILED;
        };
    }

    /** Number of the one who did it; everybody else must have been told. */
    public static int winner(List<HttpResponse<String>> answers) {
        List<Outcome> outcomes = answers.stream().map(AtOnce::outcome).toList();
        assertThat(outcomes)
                .as(() -> answers.stream().map(HttpResponse::body).toList().toString())
                .containsOnly(Outcome.DONE, Outcome.TOLD)
                .containsOnlyOnce(Outcome.DONE);
        return outcomes.indexOf(Outcome.DONE);
    }

    /** Takes a task as Tasklist does. */
    public static HttpResponse<String> claim(Browser browser, String task, String account) {
        return browser.engine("POST", "task/" + task + "/claim", json(Map.of("userId", account)));
    }

    /** Completes a task as Tasklist does. */
    public static HttpResponse<String> complete(Browser browser, String task, Map<String, ?> answers) {
        Map<String, Object> typed = new LinkedHashMap<>();
        answers.forEach((name, value) -> typed.put(
                name, value instanceof String ? Map.of("value", value) : Map.of("type", "Json", "value", json(value))));
        return browser.engine("POST", "task/" + task + "/submit-form", json(Map.of("variables", typed)));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
