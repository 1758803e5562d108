package ma.tansiq.deadline;

import java.util.List;
import java.util.Optional;

/**
 * Answers what the deadline rules ask about the thing that a task is about. Implemented by the modules that own such
 * things; each implementation answers only for business keys of its own.
 */
public interface DeadlineSubjects {

    Optional<DeadlineSubject> find(String businessKey);

    /**
     * Accounts that stand on that rung for that subject, today; empty when the seat is vacant or the subject is not
     * theirs. Never asked for {@link Rung#ASSIGNEE}, which the task itself answers; without an answer for
     * {@link Rung#COORDINATOR} the members of the group {@code coordinator} stand there.
     */
    List<String> accountsOn(Rung rung, String businessKey);
}
