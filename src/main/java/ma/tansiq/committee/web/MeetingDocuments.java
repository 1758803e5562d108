package ma.tansiq.committee.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import ma.tansiq.committee.paper.PaperName;
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
     * @param current false for a draft, and for a paper that a later one replaced
     */
    record Line(UUID id, String title, Instant storedAt, long size, boolean current) {}

    /** The newest first. */
    List<Line> of(String meeting, Locale locale) {
        Set<PaperName> newest = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        documents.of(meeting).stream()
                .sorted(Comparator.comparing(StoredDocument::storedAt).reversed())
                .forEach(each -> lines.add(line(meeting, each, newest, locale)));
        return lines;
    }

    private Line line(String meeting, StoredDocument stored, Set<PaperName> newest, Locale locale) {
        return PaperName.read(meeting, stored.name())
                .map(name -> new Line(
                        stored.id(),
                        title(name, locale),
                        stored.storedAt(),
                        stored.size(),
                        newest.add(name.withoutVersion()) && name.stage() == Stage.FINAL))
                .orElseGet(() -> new Line(stored.id(), stored.name(), stored.storedAt(), stored.size(), true));
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
        if (name.arabic()) {
            parts.add(say("paper.arabic", locale));
        }
        return String.join(" – ", parts);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
