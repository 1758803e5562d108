package ma.tansiq.deadline;

import java.time.Instant;
import java.util.Map;

/**
 * The thing that a task is about, as the deadline rules see it.
 *
 * @param title what people call it beside its reference: the body that meets, the action; empty when it has no name
 * @param level level of the body concerned: {@code CP}, {@code COPIL} or {@code CI}
 * @param anchors instants that due dates count from, as far as they are known now
 */
public record DeadlineSubject(SubjectTitle title, String level, Map<Anchor, Instant> anchors) {

    /** One that has a name in one language. */
    public DeadlineSubject(String title, String level, Map<Anchor, Instant> anchors) {
        this(SubjectTitle.of(title), level, anchors);
    }
}
