package ma.tansiq.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task that waits for somebody.
 *
 * @param kind id of the task in the diagram, {@code Task_PlanMeeting}
 * @param name its French name
 * @param businessKey reference of what the task is about
 * @param processId id of the diagram, {@code MeetingPreparation}
 * @param assignee account that holds it, if anybody does
 * @param absent account whose task it is, when somebody who stands in holds it
 * @param candidateGroups groups whose members may take it
 */
public record OpenTask(
        String id,
        String kind,
        String name,
        String businessKey,
        String processId,
        Optional<String> assignee,
        Optional<String> absent,
        List<String> candidateGroups,
        Instant createdAt,
        Optional<Instant> dueAt) {

    /** A task that nobody holds for somebody else. */
    public OpenTask(
            String id,
            String kind,
            String name,
            String businessKey,
            String processId,
            Optional<String> assignee,
            List<String> candidateGroups,
            Instant createdAt,
            Optional<Instant> dueAt) {
        this(id, kind, name, businessKey, processId, assignee, Optional.empty(), candidateGroups, createdAt, dueAt);
    }
}
