package ma.tansiq.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.context.ApplicationContext;

/** What the engine must not do by default, and what it does our way. */
final class EngineSettings extends AbstractProcessEnginePlugin {

    private static final int MIN_PASSWORD = 12;
    private static final int MAX_RESULTS = 2000;
    private static final String TEN_YEARS = "P3650D";

    private final ApplicationContext context;

    EngineSettings(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setDatabaseSchemaUpdate("false");
        engine.setHistoryTimeToLive(TEN_YEARS);
        engine.setEnableCmdExceptionLogging(false);
        closeDoors(engine);
        keepPasswords(engine);
        limitCandidates(engine);
        saveStatements(engine);
        noticeTasks(engine);
    }

    private void noticeTasks(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new TaskOpenings(context));
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        ((MapBusinessCalendarManager) engine.getBusinessCalendarManager())
                .addBusinessCalendar(CycleBusinessCalendar.NAME, new RecurringTimers(context));
    }

    /** Expressions, scripts, serialised objects, unlimited queries, and parts of the engine that nobody uses. */
    private void closeDoors(ProcessEngineConfigurationImpl engine) {
        NoScripts noScripts = new NoScripts();
        engine.setExpressionManager(new EngineExpressions(context));
        engine.setScriptFactory(noScripts);
        engine.setScriptEngineResolver(noScripts);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setQueryMaxResultsLimit(MAX_RESULTS);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
    }

    private static void keepPasswords(ProcessEngineConfigurationImpl engine) {
        List<PasswordPolicyRule> rules = List.of(new PasswordPolicyLengthRuleImpl(MIN_PASSWORD));
        engine.setPasswordEncryptor(new Argon2());
        engine.setSaltGenerator(() -> "");
        engine.setPasswordPolicy(() -> rules);
        engine.setEnablePasswordPolicy(true);
        // attempts are limited in front, by address and account
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
    }

    /** A candidate may work on a task, no more; answers are checked and kept out of the variables. */
    private static void limitCandidates(ProcessEngineConfigurationImpl engine) {
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnableHistoricInstancePermissions(true);
        FormsRead forms = new FormsRead();
        engine.setTaskService(new GuardedTaskService(forms));
        engine.setFormService(new GuardedFormService(forms));
    }

    /** The same work with fewer statements; {@code StatementCountTests} counts them. */
    private static void saveStatements(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new HistoryOfSteps()));
        engine.setResourceAuthorizationProvider(new TaskRights());
        List<SessionFactory> sessions = new ArrayList<>(FrugalManagers.sessions());
        sessions.add(SubmittedAnswers.sessions());
        engine.setCustomSessionFactories(sessions);
    }
}
