package ma.tansiq.grant.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of a call show, in French, the language of the forms. */
@Component
class CallTexts {

    private final MessageSource messages;
    private final Accounts accounts;

    CallTexts(MessageSource messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    String kind(Call call) {
        return say("call.kind." + call.kind());
    }

    String draftedBy(Call call) {
        @Nullable String account = call.draftedBy();
        return account == null
                ? ""
                : accounts.find(account)
                        .map(each -> FormTexts.verbatim(each.name()))
                        .orElse(account);
    }

    /** As a field for date and time reads it. */
    static String field(Instant instant) {
        return instant.atZone(LegalTime.ZONE).toLocalDateTime().toString();
    }

    String summary(CallTerms terms) {
        List<String> lines = new ArrayList<>(List.of(
                line("money", terms.envelope(), terms.ceiling(), terms.cap()),
                line("window", FormTexts.dateTime(terms.opensAt()), FormTexts.dateTime(terms.closesAt()))));
        add(
                lines,
                "programmes",
                terms.programmes().stream().map(String::valueOf).toList());
        add(lines, "domains", terms.domains());
        add(lines, "regions", terms.regions());
        add(lines, "shares", terms.shares().stream().map("%d %%"::formatted).toList());
        return String.join("\n", lines);
    }

    private void add(List<String> lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(line(name, values.stream().map(FormTexts::verbatim).collect(Collectors.joining(", "))));
        }
    }

    private String line(String name, Object... values) {
        return "- " + say("call.text." + name, values);
    }

    String texts(CallTerms terms) {
        return FormTexts.lines(List.of(
                "## " + FormTexts.verbatim(terms.titleFr()),
                FormTexts.verbatim(terms.textFr()),
                "## " + FormTexts.verbatim(terms.titleAr()),
                FormTexts.verbatim(terms.textAr())));
    }

    String checklist(CallTerms terms) {
        return "## " + say("call.text.checklist") + "\n\n"
                + terms.documents().stream()
                        .map(each -> line(
                                each.required() ? "document" : "document.optional",
                                FormTexts.verbatim(each.labelFr()),
                                FormTexts.verbatim(each.labelAr())))
                        .collect(Collectors.joining("\n"));
    }

    String criteria(CallTerms terms) {
        return "## " + say("call.text.criteria", terms.passMark()) + "\n\n"
                + terms.grid().stream()
                        .map(each -> line(
                                "criterion",
                                FormTexts.verbatim(each.labelFr()),
                                FormTexts.verbatim(each.labelAr()),
                                each.weight()))
                        .collect(Collectors.joining("\n"));
    }

    static List<Map<String, Object>> rows(List<RequiredDocument> documents) {
        return documents.stream()
                .map(each -> row(each.code(), each.labelFr(), each.labelAr(), "required", each.required()))
                .toList();
    }

    static List<Map<String, Object>> criteria(List<Criterion> grid) {
        return grid.stream()
                .map(each -> row(each.code(), each.labelFr(), each.labelAr(), "weight", each.weight()))
                .toList();
    }

    private static Map<String, Object> row(String code, String labelFr, String labelAr, String last, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", code);
        row.put("labelFr", labelFr);
        row.put("labelAr", labelAr);
        row.put(last, value);
        return row;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
