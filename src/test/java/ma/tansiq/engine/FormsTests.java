package ma.tansiq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import ma.tansiq.TansiqTest;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** In which language a form shows: the reader's, where the task's own deployment has it (ADR 37). */
@TansiqTest
class FormsTests {

    private static final String FORM =
            "{\"id\": \"%s\", \"type\": \"default\", \"schemaVersion\": 9, \"components\": []}";

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService processes;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @AfterEach
    void nothingStays() {
        LocaleContextHolder.resetLocaleContext();
        models.createDeploymentQuery()
                .deploymentName("language-trial")
                .list()
                .forEach(each -> models.deleteDeployment(each.getId(), true));
    }

    @Test
    void instanceOfAnEarlierDeploymentKeepsItsFormsWhenALanguageIsAdded() {
        deploy("fr");
        String earlier = started("LANGUAGE-1");
        deploy("fr", "en");
        String later = started("LANGUAGE-2");

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(shown(earlier)).isEqualTo("language-trial.fr");
        assertThat(shown(later)).isEqualTo("language-trial.en");
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ar"));
        assertThat(shown(later)).as("a language that it does not have").isEqualTo("language-trial.fr");
    }

    private void deploy(String... languages) {
        var deployment = models.createDeployment().name("language-trial").addModelInstance("trial.bpmn", trial());
        for (String language : languages) {
            String id = "language-trial." + language;
            deployment.addString("forms/trial/" + id + ".form", FORM.formatted(id));
        }
        deployment.deploy();
    }

    private static BpmnModelInstance trial() {
        BpmnModelInstance trial = Bpmn.createExecutableProcess("LanguageTrial")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("Task_Read")
                .endEvent()
                .done();
        UserTask task = trial.getModelElementById("Task_Read");
        task.setCamundaFormRef("${forms.of('language-trial')}");
        task.setCamundaFormRefBinding("deployment");
        return trial;
    }

    private String started(String key) {
        String instance =
                processes.startProcessInstanceByKey("LanguageTrial", key).getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String shown(String task) {
        return forms.getTaskFormData(task).getCamundaFormRef().getKey();
    }
}
