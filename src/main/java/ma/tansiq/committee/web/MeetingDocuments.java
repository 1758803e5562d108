package ma.tansiq.committee.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ma.tansiq.committee.paper.PaperName;
import ma.tansiq.committee.paper.PaperName.Language;
import ma.tansiq.committee.paper.PaperName.Stage;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The documents of a meeting by their titles: what counts first, drafts and what was replaced apart. */
@Component
class MeetingDocuments {

    private final Documents documents;
    private final MessageSource messages;

    MeetingDocuments(Documents documents, MessageSource messages) {
        this.documents = documents;
        this.messages = messages;
    }

    /**
     * @param title in the reader's language; the name of a file that somebody handed in
     * @param current false for a paper, or its draft, that a later one replaced
     */
    record Line(UUID id, String title, Instant storedAt, long size, boolean current) {}

    /**
     * The newest first.
     *
     * @param scans those that are scans of signed papers
     */
    List<Line> of(String meeting, Set<UUID> scans, Locale locale) {
        List<StoredDocument> stored = documents.of(meeting).stream()
                .sorted(Comparator.comparing(StoredDocument::storedAt).reversed())
                .toList();
        List<PaperName> newer = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (StoredDocument each : stored) {
            lines.add(PaperName.read(meeting, each.name())
                    .map(name -> {
                        boolean stands = name.standsBeside(newer);
                        newer.add(name);
                        return line(each, title(name, locale), stands);
                    })
                    .orElseGet(() -> line(each, handedIn(each, scans, locale), true)));
        }
        return lines;
    }

    private String handedIn(StoredDocument stored, Set<UUID> scans, Locale locale) {
        return scans.contains(stored.id()) ? say("paper.scan", locale, stored.name()) : stored.name();
    }

    private static Line line(StoredDocument stored, String title, boolean current) {
        return new Line(stored.id(), title, stored.storedAt(), stored.size(), current);
    }

    private String title(PaperName name, Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(say("paper." + name.kind(), locale));
        if (name.version() > 1) {
            parts.add(say("paper.version", locale, name.version()));
        }
        if (name.stage() != Stage.FINAL) {
            parts.add(say("paper.stage." + name.stage(), locale));
        }
        if (name.edition() > 1) {
            parts.add(say("paper.edition", locale, name.edition()));
        }
        if (name.language() != Language.FRENCH) {
            parts.add(say("paper.language." + name.language(), locale));
        }
        return String.join(" – ", parts);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
