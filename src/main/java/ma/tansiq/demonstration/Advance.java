package ma.tansiq.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened while the clock moved.
 *
 * @param from what the clock showed before
 * @param now what it shows afterwards
 * @param complete whether everything due ran; otherwise there was too much of it for one advance
 * @param ran what ran, in the order in which it did
 * @param told who was reminded, and who was told up the ladder that somebody is late
 * @param tasks what opened, and what time itself closed
 * @param mails what was written to people, reminders and escalations among it
 */
record Advance(
        Instant from,
        Instant now,
        boolean complete,
        List<Ran> ran,
        List<Told> told,
        List<TaskChange> tasks,
        List<Written> mails) {

    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);

    /**
     * One thing that had become due.
     *
     * @param at what the clock showed when it ran
     * @param process id of its process
     * @param element id of the element in the diagram
     * @param name the element's French name, if it has one
     * @param about business key: reference of what it is about
     * @param step for a reminder or escalation of a task, which one: {@code Reminder_1}
     * @param failure why it failed; empty when it did not
     * @param retriesLeft after a failure, how often it will be tried again
     */
    record Ran(
            Instant at,
            @Nullable String process,
            @Nullable String element,
            @Nullable String name,
            @Nullable String about,
            @Nullable String step,
            @Nullable String failure,
            @Nullable Integer retriesLeft) {

        public boolean failed() {
            return failure != null;
        }
    }

    public long failures() {
        return ran.stream().filter(Ran::failed).count();
    }

    public long count(String what) {
        return told.stream().filter(each -> each.what().equals(what)).count();
    }

    public List<TaskChange> opened() {
        return tasks.stream().filter(each -> !each.closed()).toList();
    }

    public List<TaskChange> closed() {
        return tasks.stream().filter(TaskChange::closed).toList();
    }

    /**
     * Whether that step told nobody: the tables leave it out, it was past when the task opened, or nobody was left to
     * tell.
     */
    public boolean idle(Ran one) {
        return one.step() != null && !one.failed() && told.stream().noneMatch(each -> each.isBy(one));
    }

    /**
     * One person told about one step of one task.
     *
     * @param what {@code REMINDER} or {@code ESCALATION}
     * @param rung in which capacity
     * @param kind id of the task in the diagram
     * @param name its French name
     * @param recipient name of the person
     * @param mail id of the mail; empty when none was written
     */
    record Told(
            Instant at,
            String what,
            int step,
            String rung,
            String kind,
            String name,
            String about,
            String recipient,
            @Nullable String mail) {

        /** The clock runs on while a step is at work. */
        boolean isBy(Ran one) {
            return (what + "_" + step).equalsIgnoreCase(one.step())
                    && kind.equals(one.element())
                    && about.equals(one.about())
                    && !at.isBefore(one.at())
                    && at.isBefore(one.at().plus(LONGEST_STEP));
        }
    }

    /**
     * A task that opened, or that a timer took away.
     *
     * @param kind id of the task in the diagram
     * @param name its French name
     * @param holder name of whoever holds it, or code of the office that may take it; empty when unknown
     * @param closed whether it was taken away; opened otherwise
     */
    record TaskChange(
            Instant at,
            String kind,
            String name,
            @Nullable String about,
            @Nullable String holder,
            boolean closed) {}

    /** @param template kind of mail, with its label under {@code mail.template.<template>} */
    record Written(String id, Instant at, String template, String recipient, String subject, String state) {}
}
