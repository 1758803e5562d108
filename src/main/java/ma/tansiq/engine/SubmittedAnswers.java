package ma.tansiq.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/**
 * Hands a diagram's complete listeners what was submitted: {@code ${meetingPreparationProcess.planned(answers.of(task))}}.
 * The answers live as long as the command that completes the task and are stored nowhere.
 */
@Component("answers")
public class SubmittedAnswers {

    /**
     * What was submitted for the task that is being completed.
     *
     * @throws IllegalStateException outside a completion
     */
    public Answers of(DelegateTask task) {
        Answers answers =
                Context.getCommandContext().getSession(Kept.class).byTask.get(task.getId());
        if (answers == null) {
            throw new IllegalStateException("nothing was submitted for task " + task.getId());
        }
        return answers;
    }

    static void keep(Answers answers) {
        Context.getCommandContext().getSession(Kept.class).byTask.put(answers.taskId(), answers);
    }

    static boolean kept(DelegateTask task) {
        return Context.getCommandContext().getSession(Kept.class).byTask.containsKey(task.getId());
    }

    static SessionFactory sessions() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return Kept.class;
            }

            @Override
            public Session openSession() {
                return new Kept();
            }
        };
    }

    private static final class Kept implements Session {

        private final Map<String, Answers> byTask = new HashMap<>();

        @Override
        public void flush() {}

        @Override
        public void close() {
            byTask.clear();
        }
    }
}
