package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.paper.MatterPaper;
import ma.tansiq.committee.paper.MatterPapers;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The agenda as the form of whoever approves it shows it: each item whole, who proposed it, and its papers. */
@Component
class AgendaTexts {

    private final MeetingFacts facts;
    private final MatterPapers papers;
    private final LatePapers latePapers;
    private final Documents documents;
    private final MessageSource messages;

    AgendaTexts(
            MeetingFacts facts,
            MatterPapers papers,
            LatePapers latePapers,
            Documents documents,
            MessageSource messages) {
        this.facts = facts;
        this.papers = papers;
        this.latePapers = latePapers;
        this.documents = documents;
        this.messages = messages;
    }

    String agenda(String meeting) {
        List<AgendaItem> items = facts.agenda(meeting);
        List<MatterPaper> filed =
                papers.of(items.stream().map(AgendaItem::matter).toList());
        Map<UUID, StoredDocument> files =
                documents.find(filed.stream().map(MatterPaper::document).toList());
        Map<UUID, Instant> late = latePapers.of(meeting).stream()
                .collect(Collectors.toMap(LatePapers.Late::document, LatePapers.Late::filedAt));
        Map<String, String> links = filed.stream()
                .collect(Collectors.groupingBy(
                        MatterPaper::matter,
                        Collectors.mapping(
                                each -> file(
                                        Objects.requireNonNull(files.get(each.document())), late.get(each.document())),
                                Collectors.joining("\n"))));
        return FormTexts.lines(items.stream()
                .flatMap(item -> Stream.of(
                        "### %d. %s".formatted(item.position(), FormTexts.verbatim(item.title())),
                        FormTexts.verbatim(item.text()),
                        origin(item.matter(), item.proposedBy()),
                        links.getOrDefault(item.matter(), "")))
                .toList());
    }

    private String file(StoredDocument stored, @Nullable Instant filedLate) {
        String line = FormTexts.file(stored.name(), stored.id(), stored.size());
        return filedLate == null ? line : say("agenda.late.mark", line, FormTexts.dateTime(filedLate));
    }

    private String origin(String matter, @Nullable String proposer) {
        return proposer == null ? say("agenda.matter", matter) : say("agenda.proposed", matter, facts.nameOf(proposer));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
