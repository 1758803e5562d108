package ma.tansiq.notification;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Begins letters: the right language, the greeting, the one link, the footer. */
@Component
class Stationery {

    private final MessageSource messages;
    private final URI base;

    Stationery(MessageSource messages, @Value("${tansiq.base-url:http://localhost:8080}") URI base) {
        this.messages = messages;
        this.base = base;
    }

    Phrases phrases(Recipient recipient) {
        return new Phrases(messages, recipient.locale());
    }

    String meetingLink(String reference) {
        return link("/coordination/meetings/" + reference);
    }

    String rescheduleLink(String reference) {
        return meetingLink(reference) + "/reschedule";
    }

    String actionLink(String reference) {
        return link("/coordination/actions/" + reference);
    }

    String matterLink(String reference) {
        return link("/coordination/matters/" + reference);
    }

    String taskLink(String taskId) {
        return link("/tasks/" + taskId);
    }

    /** A letter whose texts are {@code mail.<template>.subject}, {@code .title}, {@code .action} and {@code .link}. */
    Sheet sheet(Template template, Recipient recipient, String link, Object... arguments) {
        return new Sheet(template, recipient, phrases(recipient), link, arguments);
    }

    private String link(String path) {
        String address = base.toString();
        return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path;
    }

    /** What one kind of letter has beside what all about the same thing have. */
    @FunctionalInterface
    interface Addition {

        Sheet to(Sheet sheet);
    }

    /** A letter in the making. */
    static final class Sheet {

        private final Template template;
        private final Recipient recipient;
        private final Phrases phrases;
        private final String link;
        private final Object[] arguments;
        private final List<String> paragraphs = new ArrayList<>();
        private final List<Letter.Fact> facts = new ArrayList<>();
        private final List<String> items = new ArrayList<>();

        private Sheet(Template template, Recipient recipient, Phrases phrases, String link, Object... arguments) {
            this.template = template;
            this.recipient = recipient;
            this.phrases = phrases;
            this.link = link;
            this.arguments = Stream.of(arguments)
                    .map(each -> Wording.oneLine(each.toString()))
                    .toArray();
        }

        /** Adds the sentence {@code mail.<template>.<name>}. */
        Sheet say(String name) {
            paragraphs.add(own(name));
            return this;
        }

        /** Adds the sentence {@code mail.note.<name>}, which several templates share. */
        Sheet note(String name) {
            paragraphs.add(phrases.text("note." + name));
            return this;
        }

        /** Adds a value under the label {@code mail.fact.<name>}, unless it is empty. */
        Sheet fact(String name, String value) {
            if (!value.isBlank()) {
                facts.add(new Letter.Fact(phrases.text("fact." + name), Wording.oneLine(value)));
            }
            return this;
        }

        /** Adds a value that another module names in every language. */
        Sheet named(String name, String key) {
            return fact(name, phrases.named(key));
        }

        Sheet instant(String name, Instant instant) {
            return fact(name, phrases.moment(instant));
        }

        Sheet items(List<String> lines) {
            lines.forEach(line -> items.add(Wording.oneLine(line)));
            return this;
        }

        Letter letter() {
            return new Letter(
                    phrases.locale(),
                    Wording.subject(phrases.text(template.key() + ".subject", arguments)),
                    phrases.text("greeting", Wording.oneLine(recipient.name())),
                    own("title"),
                    List.copyOf(paragraphs),
                    List.copyOf(facts),
                    phrases.text("items"),
                    List.copyOf(items),
                    own("action"),
                    own("link"),
                    link,
                    phrases.text("footer"));
        }

        private String own(String name) {
            return phrases.text(template.key() + "." + name, phrases.isolated(arguments));
        }
    }
}
