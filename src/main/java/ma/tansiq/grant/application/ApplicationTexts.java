package ma.tansiq.grant.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.grant.call.Call;
import ma.tansiq.grant.call.RequiredDocument;
import ma.tansiq.strategy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms about a file show, in French, the language of the forms. */
@Component
class ApplicationTexts {

    private final MessageSource messages;
    private final Organisations organisations;
    private final Documents documents;
    private final Accounts accounts;

    ApplicationTexts(MessageSource messages, Organisations organisations, Documents documents, Accounts accounts) {
        this.messages = messages;
        this.organisations = organisations;
        this.documents = documents;
        this.accounts = accounts;
    }

    String association(Application file) {
        return organisations
                .find(file.organisation())
                .map(each -> each.name(Locale.FRENCH))
                .map(FormTexts::verbatim)
                .orElse(file.organisation());
    }

    String submission(Application file) {
        return say(
                file.onPaper() ? "application.text.onPaper" : "application.text.submitted",
                file.submittedAt().map(FormTexts::dateTime).orElse(""));
    }

    String replaced(Application file) {
        return file.completedAt()
                .map(at -> say("application.text.replaced", FormTexts.dateTime(at)))
                .orElse("");
    }

    /** Everything that the association wrote, in the order of its form. */
    String content(ApplicationContent content) {
        List<String> parts = new ArrayList<>();
        part(parts, "objectives", content.objectives());
        part(parts, "beneficiaries", content.beneficiaries());
        part(parts, "places", String.join(", ", content.places()));
        parts.add("**%s**\n\n%s".formatted(say("application.text.period"), period(content)));
        rows(
                parts,
                "activities",
                content.activities().stream()
                        .map(each -> FormTexts.verbatim(each.title()) + " " + period(each.startsOn(), each.endsOn())));
        rows(
                parts,
                "costs",
                content.costs().stream()
                        .map(each -> say(
                                "application.text.cost",
                                FormTexts.verbatim(each.label()),
                                each.amount(),
                                each.cofinanced())));
        rows(
                parts,
                "indicators",
                content.indicators().stream()
                        .map(each -> FormTexts.verbatim(each.label()) + " : " + FormTexts.verbatim(each.target())));
        rows(
                parts,
                "team",
                content.team().stream()
                        .map(each -> FormTexts.verbatim(each.name()) + ", " + FormTexts.verbatim(each.role())));
        rows(
                parts,
                "pastGrants",
                content.pastGrants().stream()
                        .map(each -> say(
                                "application.text.pastGrant",
                                String.valueOf(each.year()),
                                FormTexts.verbatim(each.funder()),
                                each.amount())));
        return FormTexts.lines(parts);
    }

    private void part(List<String> parts, String name, String text) {
        parts.add("**%s**\n\n%s".formatted(say("application.text." + name), FormTexts.verbatim(text)));
    }

    private void rows(List<String> parts, String name, Stream<String> rows) {
        String list = rows.map("- "::concat).collect(Collectors.joining("\n"));
        if (!list.isEmpty()) {
            parts.add("**%s**\n\n%s".formatted(say("application.text." + name), list));
        }
    }

    private static String period(ApplicationContent content) {
        return period(content.startsOn(), content.endsOn());
    }

    private static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Stream.of(from, to)
                .map(each -> each == null ? "…" : FormTexts.date(each))
                .collect(Collectors.joining(" – "));
    }

    /** A line for each document, whatever its verdict. */
    String files(List<AttachedDocument> attached) {
        Map<UUID, StoredDocument> stored =
                documents.find(attached.stream().map(AttachedDocument::document).toList());
        return attached.stream()
                .map(each -> FormTexts.file(
                        each.code() + " : " + each.name(),
                        each.document(),
                        stored.get(each.document()) == null
                                ? 0
                                : stored.get(each.document()).size()))
                .collect(Collectors.joining("\n"));
    }

    static List<Map<String, String>> choices(Call call) {
        return call.terms().documents().stream()
                .map(each -> Map.of("value", each.code(), "label", label(each)))
                .toList();
    }

    private static String label(RequiredDocument line) {
        return line.labelFr();
    }

    static List<Map<String, Object>> rows(List<AttachedDocument> pending) {
        return pending.stream()
                .map(each -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("code", each.code());
                    return row;
                })
                .toList();
    }

    String needed(int many) {
        return say("application.text.needed", many);
    }

    String evaluations(List<Evaluation> asked) {
        return asked.stream()
                .map(each -> "- %s : %s%s"
                        .formatted(
                                accounts.find(each.evaluator())
                                        .map(person -> FormTexts.verbatim(person.name()))
                                        .orElse(each.evaluator()),
                                say("application.evaluation." + each.status()),
                                each.status() == Evaluation.Status.RECUSED
                                        ? ", " + FormTexts.verbatim(each.remark())
                                        : ""))
                .collect(Collectors.joining("\n"));
    }

    static List<Map<String, String>> people(List<Account> people) {
        return people.stream()
                .map(each -> Map.of("value", each.id(), "label", each.name()))
                .toList();
    }

    String criteria(Call call) {
        return call.terms().grid().stream()
                .map(each ->
                        "- " + say("application.text.criterion", FormTexts.verbatim(each.labelFr()), each.weight()))
                .collect(Collectors.joining("\n"));
    }

    static List<Map<String, String>> criterionChoices(Call call) {
        return call.terms().grid().stream()
                .map(each -> Map.of("value", each.code(), "label", each.labelFr()))
                .toList();
    }

    static List<Map<String, String>> scoreRows(Call call) {
        return call.terms().grid().stream()
                .map(each -> Map.of("code", each.code()))
                .toList();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
