package ma.tansiq.grant.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.grant.envelope.Envelopes;
import ma.tansiq.grant.envelope.FilePosition;
import ma.tansiq.strategy.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of a grant show, in French, the language of the forms. */
@Component
class AgreementTexts {

    private final MessageSource messages;
    private final Organisations organisations;
    private final Documents documents;
    private final Accounts accounts;
    private final Envelopes envelopes;

    AgreementTexts(
            MessageSource messages,
            Organisations organisations,
            Documents documents,
            Accounts accounts,
            Envelopes envelopes) {
        this.messages = messages;
        this.organisations = organisations;
        this.documents = documents;
        this.accounts = accounts;
        this.envelopes = envelopes;
    }

    String association(Agreement agreement) {
        return organisations
                .find(agreement.organisation())
                .map(each -> each.name(Locale.FRENCH))
                .map(FormTexts::verbatim)
                .orElse(agreement.organisation());
    }

    String form(Agreement agreement) {
        return say("agreement.form." + agreement.form());
    }

    String period(Agreement agreement) {
        return say("agreement.text.period", date(agreement.startsOn()), date(agreement.endsOn()));
    }

    private static String date(Optional<LocalDate> day) {
        return day.map(FormTexts::date).orElse("");
    }

    /** A line for each instalment: how much, in what state, and for when its report is expected. */
    String plan(Agreement agreement) {
        return Stream.concat(
                        Stream.of("## " + say("agreement.text.plan")),
                        agreement.instalments().stream().map(each -> "- " + line(each)))
                .collect(Collectors.joining("\n"));
    }

    private String line(Instalment each) {
        LocalDate due = each.reportDueOn();
        return say(
                "agreement.text.instalment",
                each.number(),
                each.share(),
                each.amount(),
                say("agreement.instalment." + each.status()),
                due == null ? "" : FormTexts.date(due));
    }

    String instalment(Instalment each) {
        return say("agreement.text.due", each.number(), each.share(), each.amount());
    }

    List<Map<String, Object>> instalmentChoices(Agreement agreement) {
        return agreement.instalments().stream()
                .map(each -> Map.<String, Object>of(
                        "value",
                        each.number(),
                        "label",
                        say("agreement.text.due", each.number(), each.share(), each.amount())
                                .replace("*", "")))
                .toList();
    }

    String account(Optional<BankDetails> details) {
        return details.map(each -> say("agreement.text.account", FormTexts.verbatim(each.holder()), each.rib()) + "\n\n"
                        + file(each.proof()))
                .orElseGet(() -> say("agreement.text.noAccount"));
    }

    String steps(PaymentChain chain) {
        return chain.steps().stream().map(each -> "- " + step(each)).collect(Collectors.joining("\n"));
    }

    private String step(PaymentStep each) {
        String remark = each.remark().isEmpty() ? "" : " : " + FormTexts.verbatim(each.remark());
        return say(
                        "agreement.text.step",
                        say("agreement.step." + each.kind()),
                        FormTexts.date(each.doneOn()),
                        FormTexts.verbatim(each.reference()),
                        String.valueOf(each.budgetYear()),
                        name(each.recordedBy()))
                + remark;
    }

    List<Map<String, String>> stepChoices(PaymentChain chain) {
        return chain.next().stream()
                .map(each -> Map.of("value", each.name(), "label", say("agreement.step." + each)))
                .toList();
    }

    String report(Agreement agreement, GrantReport report) {
        return say(
                "agreement.text.report",
                report.number(),
                report.round(),
                FormTexts.verbatim(report.submittedBy()),
                FormTexts.dateTime(report.submittedAt()),
                report.spent(),
                agreement.amount());
    }

    String documents(GrantReport report) {
        return file(report.narrative()) + "\n" + file(report.financial());
    }

    /** The scan of what the association signed, and the text that was sent to it. */
    String signedDocument(Agreement agreement) {
        return Stream.of(agreement.associationDocument(), agreement.textFr(), agreement.textAr())
                .flatMap(Optional::stream)
                .map(this::file)
                .collect(Collectors.joining("\n"));
    }

    private String file(UUID id) {
        StoredDocument stored = documents.find(id).orElseThrow();
        return FormTexts.file(stored.name(), stored.id(), stored.size());
    }

    /** What was paid and what came back. */
    String balance(Agreement agreement) {
        FilePosition held = envelopes.position(agreement.call(), agreement.application());
        return say("agreement.text.balance", held.paid(), held.committed());
    }

    private String name(String account) {
        return accounts.find(account)
                .map(each -> FormTexts.verbatim(each.name()))
                .orElse(account);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
