package ma.tansiq.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.demonstration.Advance.Ran;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The engine's jobs, one at a time in the order in which they fall due. */
@Component
@Profile("demonstration")
class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final int MOST_FAILURES = 10;
    private static final int MOST_AHEAD = 60;
    private static final Pattern STEP = Pattern.compile("(Reminder|Escalation)_\\d");

    private final ManagementService jobs;
    private final RuntimeService processes;
    private final RepositoryService models;
    private final Clock clock;

    DueWork(ManagementService jobs, RuntimeService processes, RepositoryService models, Clock clock) {
        this.jobs = jobs;
        this.processes = processes;
        this.models = models;
        this.clock = clock;
    }

    /** The next instants at which something falls due, no more than that many; what failed for good is not among it. */
    List<Upcoming> next(int most) {
        Map<Instant, List<Upcoming.Work>> found = new LinkedHashMap<>();
        for (Job job : jobs.createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateHigherThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, MOST_AHEAD)) {
            Instant at = job.getDuedate().toInstant();
            if (found.size() == most && !found.containsKey(at)) {
                break;
            }
            found.computeIfAbsent(at, instant -> new ArrayList<>())
                    .add(describe(job).work());
        }
        return found.entrySet().stream()
                .map(each -> new Upcoming(each.getKey(), each.getValue()))
                .toList();
    }

    /** Work of one advance: remembers what failed, so that it is not tried for ever. */
    Round round() {
        return new Round();
    }

    final class Round {

        private final Map<String, Integer> failures = new HashMap<>();

        /** What is due now, the longest due first; what waits without a date goes before all. */
        Optional<Job> due() {
            return jobs.createJobQuery().active().executable().unlimitedList().stream()
                    .filter(this::worthTrying)
                    .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(Job::getCreateTime, Comparator.nullsFirst(Comparator.naturalOrder())));
        }

        /** When the next thing falls due, no later than that. */
        Optional<Instant> nextDue(Instant latest) {
            return jobs
                    .createJobQuery()
                    .active()
                    .withRetriesLeft()
                    .duedateLowerThan(Date.from(latest.plusMillis(1)))
                    .orderByJobDuedate()
                    .asc()
                    .unlimitedList()
                    .stream()
                    .filter(this::worthTrying)
                    .map(Job::getDuedate)
                    .filter(date -> date != null)
                    .map(Date::toInstant)
                    .findFirst();
        }

        /** Runs it; empty when somebody else was faster or it went away meanwhile. */
        Optional<Ran> run(Job job) {
            Description description = describe(job);
            Instant at = clock.instant();
            try {
                jobs.executeJob(job.getId());
                return Optional.of(description.ran(at, null, null));
            } catch (OptimisticLockingException | NullValueException overtaken) {
                count(job);
                return Optional.empty();
            } catch (RuntimeException failed) {
                LOG.warn("job {} of {} failed", job.getId(), job.getProcessDefinitionKey(), failed);
                count(job);
                return Optional.of(description.ran(at, reason(failed), retriesLeft(job)));
            }
        }

        private boolean worthTrying(Job job) {
            return failures.getOrDefault(job.getId(), 0) < MOST_FAILURES;
        }

        private void count(Job job) {
            failures.merge(job.getId(), 1, Integer::sum);
        }
    }

    private Description describe(Job job) {
        String element = Optional.ofNullable(job.getJobDefinitionId())
                .map(id -> jobs.createJobDefinitionQuery().jobDefinitionId(id).singleResult())
                .map(JobDefinition::getActivityId)
                .orElse(null);
        return new Description(job.getProcessDefinitionKey(), element, name(job, element), about(job), step(job));
    }

    /** Which reminder or escalation of its task a timer is; null for any other. */
    private static @Nullable String step(Job job) {
        Matcher step = STEP.matcher(
                job instanceof JobEntity entity
                        ? Objects.requireNonNullElse(entity.getJobHandlerConfigurationRaw(), "")
                        : "");
        return step.find() ? step.group() : null;
    }

    private @Nullable String name(Job job, @Nullable String element) {
        if (element == null || job.getProcessDefinitionId() == null) {
            return null;
        }
        return models.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(element)
                        instanceof FlowElement flow
                ? flow.getName()
                : null;
    }

    private @Nullable String about(Job job) {
        if (job.getProcessInstanceId() == null) {
            return null;
        }
        return Optional.ofNullable(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElse(null);
    }

    private @Nullable Integer retriesLeft(Job job) {
        return Optional.ofNullable(jobs.createJobQuery().jobId(job.getId()).singleResult())
                .map(Job::getRetries)
                .orElse(null);
    }

    private static String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private record Description(
            @Nullable String process,
            @Nullable String element,
            @Nullable String name,
            @Nullable String about,
            @Nullable String step) {

        Ran ran(Instant at, @Nullable String failure, @Nullable Integer retriesLeft) {
            return new Ran(at, process, element, name, about, step, failure, retriesLeft);
        }

        Upcoming.Work work() {
            return new Upcoming.Work(process, element, name, about, step);
        }
    }
}
