package ma.tansiq.committee.action;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.session.Decisions;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.FormTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An action as forms show it: in French, the working language. */
@Component
class ActionTexts {

    private final ActionReports reports;
    private final ActionEvidence evidence;
    private final Decisions decisions;
    private final Documents documents;
    private final MeetingFacts facts;
    private final MessageSource messages;

    ActionTexts(
            ActionReports reports,
            ActionEvidence evidence,
            Decisions decisions,
            Documents documents,
            MeetingFacts facts,
            MessageSource messages) {
        this.reports = reports;
        this.evidence = evidence;
        this.decisions = decisions;
        this.documents = documents;
        this.facts = facts;
        this.messages = messages;
    }

    String decision(Action action) {
        return decisions.of(action.meeting()).stream()
                .filter(each -> each.reference().equals(action.decision()))
                .map(each -> FormTexts.quote(FormTexts.verbatim(each.text())))
                .collect(Collectors.joining());
    }

    /** Why completion was not accepted, to follow a word such as « demandé » in a quotation. */
    String remark(Action action) {
        return action.returned()
                .map(each -> "par **%s** le %s :\n>\n%s"
                        .formatted(
                                facts.nameOf(each.by()),
                                FormTexts.dateTime(each.at()),
                                FormTexts.quote(FormTexts.verbatim(each.remark()))))
                .orElse("");
    }

    /** The newest report with what proves it, in words and files. */
    String report(Action action) {
        ActionReports.Report last = reports.latest(action.reference()).orElseThrow();
        return FormTexts.lines(List.of(
                say(
                        "action.text.reported",
                        FormTexts.dateTime(last.reportedAt()),
                        facts.nameOf(last.reportedBy()),
                        last.progress()),
                last.fallReason() == null ? "" : say("action.text.fall", FormTexts.verbatim(last.fallReason())),
                FormTexts.quote(FormTexts.verbatim(last.comment())),
                "## " + say("action.text.evidence"),
                proof(action.reference(), FormTexts.verbatim(last.evidence()))));
    }

    private String proof(String action, String words) {
        List<UUID> added = evidence.of(action).stream()
                .map(ActionEvidence.Evidence::document)
                .toList();
        Map<UUID, StoredDocument> stored = documents.find(added);
        String files = added.stream()
                .map(each -> Objects.requireNonNull(stored.get(each)))
                .map(each -> FormTexts.file(each.name(), each.id(), each.size()))
                .collect(Collectors.joining("\n"));
        return FormTexts.lines(List.of(words, files));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
