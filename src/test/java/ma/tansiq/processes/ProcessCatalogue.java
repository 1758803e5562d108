package ma.tansiq.processes;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Writes {@code processes/README.md} from the diagrams and decision tables. */
final class ProcessCatalogue {

    static final Path FILE = Models.PROCESSES.resolve("README.md");

    private static final List<String> LEVELS = List.of("CP", "COPIL", "CI");

    /** Where the number behind each timer can be changed; a new timer needs its line here. */
    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry(
                    "Timer_WorkingDay",
                    "the diagram; days before the date: `opening` in [MeetingRules](committee/MeetingRules.dmn)"),
            Map.entry("Timer_ItemsClosed", "`intakeClosing` in [MeetingRules](committee/MeetingRules.dmn)"),
            Map.entry(
                    "Timer_ConsultationEnds", "`workingDays` in [ConsultationRules](committee/ConsultationRules.dmn)"),
            Map.entry("Timer_WorkingMorning", "the diagram"),
            Map.entry("Timer_SignatureAwaited", "`SIGNATURE` in [GrantReminders](grant/GrantReminders.dmn)"),
            Map.entry("Timer_ReportDueSoon", "`REPORT_DUE_SOON` in [GrantReminders](grant/GrantReminders.dmn)"),
            Map.entry("Timer_ReportOverdue", "`REPORT_OVERDUE` in [GrantReminders](grant/GrantReminders.dmn)"),
            Map.entry("Timer_CallOpens", "the call's opening"),
            Map.entry("Timer_CallCloses", "the call's closing, one millisecond later"),
            Map.entry("Timer_CompletionReminder", "`COMPLETION` in [GrantReminders](grant/GrantReminders.dmn)"),
            Map.entry(
                    "Timer_CompletionOver",
                    "`Activity_AwaitCompletion` in [GrantDeadlines](grant/GrantDeadlines.dmn), the day after"),
            Map.entry("Timer_EvaluationCutOff", "`cutOff` in [EvaluationRules](grant/EvaluationRules.dmn)"),
            Map.entry("Timer_OpinionDue", "the date that the request sets"),
            Map.entry("Timer_SilencePeriod", "`silence` in [MeetingRules](committee/MeetingRules.dmn)"),
            Map.entry(
                    "Timer_AcknowledgementDue",
                    "`Task_AcknowledgeExtract` in [TaskDeadlines](deadline/TaskDeadlines.dmn)"),
            Map.entry("Timer_ReportsCutOff", "`reportsCutOff` in [MeetingRules](committee/MeetingRules.dmn)"),
            Map.entry("Timer_SessionStarts", "the meeting's date"),
            Map.entry("Timer_ConfirmationsClosed", "the meeting's date"),
            Map.entry("Timer_ReconfirmationsClosed", "the meeting's date"));

    private final List<Diagram> diagrams = Models.diagrams();
    private final Rules rules = new Rules();

    String text() {
        return Stream.of(introduction(), processes(), tasks(), timers(), messages(), tables())
                .collect(Collectors.joining("\n"));
    }

    private String introduction() {
        return """
                # Processes
                Generated from the diagrams and decision tables of this folder; do not edit.
                `mvn test -Dtest=ProcessCatalogueTests -Dtansiq.write=true` writes it again.

                Numbers of days are working days (Morocco's legal time, public sector). They stand in the decision tables:
                open the `.dmn` file in Camunda Modeler, or edit its text, and start the application again.
                """;
    }

    private String processes() {
        return "## Processes\n"
                + table(
                        List.of("process", "what it is", "diagram", "code", "calls"),
                        diagrams.stream().map(this::process));
    }

    private List<String> process(Diagram diagram) {
        return List.of(
                code(diagram.id()),
                diagram.process().getDocumentations().iterator().next().getTextContent(),
                link(diagram.file()),
                code(diagram.module().replace("ma.tansiq.", "") + "." + diagram.id() + "Process"),
                diagram.all(CallActivity.class).stream()
                        .map(call -> code(call.getCalledElement()))
                        .collect(Collectors.joining(", ")));
    }

    private String tasks() {
        return """
                ## User tasks
                Due: working days and what they count from; one value per level (%s) where they differ
                ([TaskDeadlines](deadline/TaskDeadlines.dmn), [GrantDeadlines](grant/GrantDeadlines.dmn)). Reminders: working days before the due date, `−0` is its
                morning ([ReminderPlan](deadline/ReminderPlan.dmn)). Escalations: working days after it and who is told
                ([EscalationLadder](deadline/EscalationLadder.dmn)); a task without them closes by itself.
                Mail: whether its opening has a mail of its own, or another mail carries its link
                ([TaskAnnouncements](deadline/TaskAnnouncements.dmn)).

                """.formatted(String.join(", ", LEVELS))
                + table(
                        List.of("process", "task", "who", "form", "mail", "due", "reminders", "escalations"),
                        diagrams.stream()
                                .flatMap(diagram -> diagram.userTasks().stream().map(task -> task(diagram, task))));
    }

    private List<String> task(Diagram diagram, UserTask task) {
        return List.of(
                code(diagram.id()),
                code(task.getId()) + "<br>" + task.getName(),
                who(task),
                forms(UserTaskModelTests.formOf(task)),
                rules.find("TaskAnnouncements", Map.of("taskKind", task.getId()), "announcement")
                        .map(found -> found.equals("OWN_MAIL") ? "its own" : "another")
                        .orElse(""),
                byLevel(level -> rules.due(task.getId(), level).orElse("")),
                Stream.of("first", "second")
                        .flatMap(column -> rules.reminder(task.getId(), column).stream())
                        .collect(Collectors.joining(", ")),
                diagram.closesByItself(task) ? "" : byLevel(level -> escalations(task.getId(), level)));
    }

    private static String who(UserTask task) {
        return task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each
                ? "each of " + code(expression(each.getCamundaCollection()))
                : code(expression(
                        Optional.ofNullable(task.getCamundaAssignee()).orElseGet(task::getCamundaCandidateGroups)));
    }

    private String escalations(String kind, String level) {
        return Stream.of(1, 2, 3, 4, 5)
                .flatMap(step -> rules.escalation(kind, level, step).stream())
                .collect(Collectors.joining(", "));
    }

    private static String byLevel(UnaryOperator<String> ask) {
        List<String> answers = LEVELS.stream().map(ask).toList();
        return answers.stream().distinct().count() == 1
                ? answers.get(0)
                : LEVELS.stream().map(level -> level + ": " + ask.apply(level)).collect(Collectors.joining("<br>"));
    }

    private static String forms(String name) {
        return Models.forms()
                .filter(form -> form.name().equals(name))
                .map(form -> "[%s](../%s)".formatted(form.id(), form.file()))
                .collect(Collectors.joining(", "));
    }

    private String timers() {
        return """
                ## Timers
                Besides the reminders and escalations of user tasks, which every task has as timeout listeners.

                """
                + table(
                        List.of("process", "timer", "what happens", "when", "where its number stands", "on"),
                        diagrams.stream()
                                .flatMap(diagram -> diagram.all(CatchEvent.class).stream()
                                        .flatMap(event ->
                                                event.getChildElementsByType(TimerEventDefinition.class).stream()
                                                        .map(timer -> timer(diagram, event, timer)))));
    }

    private static List<String> timer(Diagram diagram, CatchEvent event, TimerEventDefinition timer) {
        return List.of(
                code(diagram.id()),
                code(event.getId()) + "<br>" + event.getName(),
                Diagram.documentation(event),
                code(expression(timeOf(timer))),
                Objects.requireNonNull(SOURCES.get(event.getId()), () -> "no source known of " + event.getId()),
                event instanceof BoundaryEvent boundary
                        ? code(boundary.getAttachedTo().getId())
                        : "");
    }

    private static String timeOf(TimerEventDefinition timer) {
        return (timer.getTimeDate() == null ? timer.getTimeCycle() : timer.getTimeDate()).getTextContent();
    }

    private String messages() {
        return "## Messages\nCorrelated by business key.\n\n"
                + table(
                        List.of("message", "process", "received by", "what it means"),
                        diagrams.stream()
                                .flatMap(diagram -> diagram.all(CatchEvent.class).stream()
                                        .flatMap(event ->
                                                event.getChildElementsByType(MessageEventDefinition.class).stream()
                                                        .map(message -> message(diagram, event, message))))
                                .sorted(Comparator.comparing(row -> row.get(0))));
    }

    private static List<String> message(Diagram diagram, CatchEvent event, MessageEventDefinition definition) {
        return List.of(
                code(definition.getMessage().getName()),
                code(diagram.id()),
                code(event.getId()),
                Diagram.documentation(event));
    }

    private String tables() {
        return "## Decision tables\n"
                + table(
                        List.of("table", "what it decides", "file"),
                        Models.tables()
                                .flatMap(table -> table.model().getModelElementsByType(Decision.class).stream()
                                        .map(decision -> List.of(
                                                code(decision.getId()),
                                                decision.getDescription().getTextContent(),
                                                link(table.file())))));
    }

    private static String table(List<String> head, Stream<List<String>> rows) {
        String rule = head.stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return line(head) + rule + rows.map(ProcessCatalogue::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String expression(String text) {
        return text.replaceAll("^\\$\\{|}$", "").replace("execution.processBusinessKey", "…");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String link(Path file) {
        Path name = Models.PROCESSES.relativize(file);
        return "[%s](%s)".formatted(name, name);
    }
}
