package ma.tansiq.grant.call;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.engine.Answers;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import ma.tansiq.grant.envelope.Dirhams;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where {@code processes/grant/CallForProjects.bpmn} and the call meet. */
@Component
public class CallForProjectsProcess {

    private static final String PROCESS = "CallForProjects";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final RuntimeService runtime;
    private final Calls calls;
    private final CallManagement management;
    private final CallTemplates templates;
    private final CallTexts texts;
    private final OncePerTransaction<String, Call> read = new OncePerTransaction<>();

    CallForProjectsProcess(
            RuntimeService runtime, Calls calls, CallManagement management, CallTemplates templates, CallTexts texts) {
        this.runtime = runtime;
        this.calls = calls;
        this.management = management;
        this.templates = templates;
        this.texts = texts;
    }

    @EventListener
    void on(CallManagement.Begun begun) {
        runtime.startProcessInstanceByKey(PROCESS, begun.call());
    }

    // what the diagram asks

    public boolean returned(String call) {
        return found(call).status() == Call.Status.DRAFT;
    }

    public Date opensAtInstant(String call) {
        return Date.from(found(call).terms().opensAt());
    }

    /** The first millisecond that is late (rule E1). */
    public Date closed(String call) {
        return Date.from(found(call).terms().closesAt().plusMillis(1));
    }

    // what the diagram does

    public void announcePublication(String call) {
        management.announcePublication(call);
    }

    public void announceOpening(String call) {
        management.announceOpening(call);
    }

    public void close(String call) {
        management.close(call);
        read.forget(call);
    }

    // what people answer

    public void drafted(Answers answers) {
        management.draft(answers.businessKey(), answers.read(CallForProjectsProcess::terms), answers.submitter());
        read.forget(answers.businessKey());
    }

    private static CallTerms terms(Fields fields) {
        return new CallTerms(
                fields.requiredText("titleFr", LONGEST_TITLE),
                fields.requiredText("titleAr", LONGEST_TITLE),
                fields.requiredText("textFr", LONGEST_TEXT),
                fields.requiredText("textAr", LONGEST_TEXT),
                numbers(fields, "programmes"),
                lines(fields, "domains"),
                lines(fields, "regions"),
                new Dirhams(fields.number("envelope")),
                new Dirhams(fields.number("ceiling")),
                new Dirhams(fields.number("cap")),
                fields.dateTime("opensAt"),
                fields.dateTime("closesAt"),
                fields.rows(
                        "documents",
                        row -> new RequiredDocument(
                                code(row), label(row, "labelFr"), label(row, "labelAr"), row.flag("required"))),
                fields.rows(
                        "grid",
                        row -> new Criterion(
                                code(row),
                                label(row, "labelFr"),
                                label(row, "labelAr"),
                                row.wholeNumber("weight", 1, 100))),
                fields.wholeNumber("passMark", 0, 100),
                numbers(fields, "shares"));
    }

    private static String code(Fields row) {
        return row.requiredText("code", 30).toLowerCase(Locale.ROOT);
    }

    private static String label(Fields row, String name) {
        return row.requiredText(name, LONGEST_TITLE);
    }

    private static List<String> lines(Fields fields, String name) {
        return fields.text(name, 4_000).map(String::lines).stream()
                .flatMap(Function.identity())
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static List<Integer> numbers(Fields fields, String name) {
        try {
            return fields.text(name, 200).stream()
                    .flatMap(each -> Arrays.stream(each.split("[,;\\s]+")))
                    .filter(each -> !each.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException notNumbers) {
            throw CallRefusal.because("numbers." + name);
        }
    }

    public void approved(Answers answers) {
        if (answers.either("decision", "approve", "return")) {
            management.approve(answers.businessKey(), answers.submitter());
        } else {
            management.sendBack(answers.businessKey(), answers.requiredText("motive", 2_000));
        }
        read.forget(answers.businessKey());
    }

    // what forms show

    public String reference(String call) {
        return call;
    }

    public String kindName(String call) {
        return texts.kind(found(call));
    }

    public Object returnMotive(String call) {
        return FormTexts.text(
                found(call).returnMotive().map(FormTexts::verbatim).orElse(""));
    }

    public String titleFr(String call) {
        return drafted(call, CallTerms::titleFr, found(call).workingTitle());
    }

    public String titleAr(String call) {
        return drafted(call, CallTerms::titleAr, "");
    }

    public Object textFr(String call) {
        return FormTexts.text(drafted(call, CallTerms::textFr, ""));
    }

    public Object textAr(String call) {
        return FormTexts.text(drafted(call, CallTerms::textAr, ""));
    }

    public String programmes(String call) {
        return drafted(call, terms -> joined(terms.programmes()), "");
    }

    public Object domains(String call) {
        return FormTexts.text(drafted(call, terms -> String.join("\n", terms.domains()), ""));
    }

    public Object regions(String call) {
        return FormTexts.text(drafted(call, terms -> String.join("\n", terms.regions()), ""));
    }

    public @Nullable Object envelope(String call) {
        return amount(call, CallTerms::envelope);
    }

    public @Nullable Object ceiling(String call) {
        return amount(call, CallTerms::ceiling);
    }

    public @Nullable Object cap(String call) {
        return amount(call, CallTerms::cap);
    }

    private @Nullable Object amount(String call, Function<CallTerms, Dirhams> amount) {
        return found(call)
                .drafted()
                .map(terms -> amount.apply(terms).amount().doubleValue())
                .orElse(null);
    }

    public @Nullable String opensAt(String call) {
        return instant(call, CallTerms::opensAt);
    }

    public @Nullable String closesAt(String call) {
        return instant(call, CallTerms::closesAt);
    }

    private @Nullable String instant(String call, Function<CallTerms, Instant> instant) {
        return found(call).drafted().map(instant).map(CallTexts::field).orElse(null);
    }

    public Object documents(String call) {
        Call found = found(call);
        return FormTexts.json(CallTexts.rows(
                found.drafted().map(CallTerms::documents).orElseGet(() -> templates.documents(found.kind()))));
    }

    public Object grid(String call) {
        Call found = found(call);
        return FormTexts.json(
                CallTexts.criteria(found.drafted().map(CallTerms::grid).orElseGet(() -> templates.grid(found.kind()))));
    }

    public int passMark(String call) {
        return found(call).drafted().map(CallTerms::passMark).orElse(60);
    }

    public String shares(String call) {
        return drafted(call, terms -> joined(terms.shares()), "");
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public String draftedBy(String call) {
        return texts.draftedBy(found(call));
    }

    public Object summary(String call) {
        return FormTexts.text(texts.summary(found(call).terms()));
    }

    public Object texts(String call) {
        return FormTexts.text(texts.texts(found(call).terms()));
    }

    public Object checklist(String call) {
        return FormTexts.text(texts.checklist(found(call).terms()));
    }

    public Object criteria(String call) {
        return FormTexts.text(texts.criteria(found(call).terms()));
    }

    private String drafted(String call, Function<CallTerms, String> what, String otherwise) {
        return found(call).drafted().map(what).orElse(otherwise);
    }

    private Call found(String call) {
        return read.get(call, calls::required);
    }
}
