package ma.tansiq.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ma.tansiq.engine.OpenTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Begins letters: the right language, the greeting, where to go, the footer. */
@Component
class Stationery {

    private final MessageSource messages;
    private final BaseAddress base;

    Stationery(MessageSource messages, BaseAddress base) {
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

    String ballotsLink() {
        return link("/my-committees/ballots");
    }

    String actionLink(String reference) {
        return link("/coordination/actions/" + reference);
    }

    String matterLink(String reference) {
        return link("/coordination/matters/" + reference);
    }

    /** The bodies where the reader sits. */
    String bodiesLink() {
        return link("/my-committees");
    }

    /** The reader's own tasks: the one page that whoever will sit from tomorrow on may open today. */
    String tasksLink() {
        return link("/camunda/app/tasklist/default/");
    }

    String taskLink(String taskId) {
        return link("/tasks/" + taskId);
    }

    /** A letter whose texts are {@code mail.<template>.subject}, {@code .title}, {@code .action} and {@code .link}. */
    Sheet sheet(Template template, Recipient recipient, String link, Object... arguments) {
        return new Sheet(template, recipient, phrases(recipient), this::taskLink, link, arguments);
    }

    /** @param token as {@code AttendanceLinks} makes it */
    String attendanceLink(String token, String answer) {
        return link("/attendance/" + token + "?answer=" + answer);
    }

    private String link(String path) {
        return base.uri() + path;
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
        private final UnaryOperator<String> tasks;
        private final String link;
        private Object[] arguments;
        private boolean answerable = true;
        private final List<String> paragraphs = new ArrayList<>();
        private final List<Letter.Fact> facts = new ArrayList<>();
        private final List<String> items = new ArrayList<>();
        private final List<Letter.Link> answers = new ArrayList<>();
        private final List<Letter.Link> entries = new ArrayList<>();
        private final List<Letter.Link> links = new ArrayList<>();

        private Sheet(
                Template template,
                Recipient recipient,
                Phrases phrases,
                UnaryOperator<String> tasks,
                String link,
                Object... arguments) {
            this.tasks = tasks;
            this.template = template;
            this.recipient = recipient;
            this.phrases = phrases;
            this.link = link;
            this.arguments = plain(arguments);
        }

        private static Object[] plain(Object... arguments) {
            return Stream.of(arguments)
                    .map(each -> Wording.oneLine(each.toString()))
                    .toArray();
        }

        /** Adds arguments of the texts behind those that the letter began with. */
        Sheet with(Object... further) {
            arguments = Stream.concat(Stream.of(arguments), Stream.of(plain(further)))
                    .toArray();
            return this;
        }

        /** The template asks for an answer, but not this recipient: says so instead, {@code mail.nothing-to-answer}. */
        Sheet nothingToAnswer() {
            answerable = false;
            return this;
        }

        Phrases phrases() {
            return phrases;
        }

        /** Adds a link to a task of the recipient before that to the page, named {@code mail.task.<kind>}. */
        Sheet task(OpenTask task) {
            links.add(new Letter.Link(phrases.text("task." + task.kind()), tasks.apply(task.id())));
            return this;
        }

        /** Adds the sentence {@code mail.<template>.<name>}. */
        Sheet say(String name) {
            paragraphs.add(own(name));
            return this;
        }

        /** Adds the sentence {@code mail.note.<name>}, which several templates share. */
        Sheet note(String name, Object... arguments) {
            paragraphs.add(phrases.text("note." + name, phrases.isolated(plain(arguments))));
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

        /** Adds until when the recipient may do a task, and which one, when it is theirs. */
        Sheet closing(String name, String until, Optional<OpenTask> task) {
            return fact(
                    name,
                    task.map(each -> phrases.text(
                                    "closing.task", phrases.isolated(until, phrases.text("task." + each.kind()))))
                            .orElseGet(() -> phrases.text("closing", phrases.isolated(until))));
        }

        Sheet items(List<String> lines) {
            lines.forEach(line -> items.add(Wording.oneLine(line)));
            return this;
        }

        /** Adds a link that answers for the recipient, named {@code mail.answer.<name>}. */
        Sheet answer(String name, String address) {
            answers.add(new Letter.Link(phrases.text("answer." + name), address));
            return this;
        }

        /** Adds a line that leads to that task. */
        Sheet entry(String line, String taskId) {
            entries.add(new Letter.Link(Wording.oneLine(line), tasks.apply(taskId)));
            return this;
        }

        Letter letter() {
            List<Letter.Link> all = new ArrayList<>(links);
            all.add(new Letter.Link(own("link"), link));
            return new Letter(
                    phrases.locale(),
                    Wording.subject(phrases.text(template.key() + ".subject", arguments)),
                    phrases.text("greeting", Wording.oneLine(recipient.name())),
                    own("title"),
                    List.copyOf(paragraphs),
                    List.copyOf(facts),
                    phrases.text("items"),
                    List.copyOf(items),
                    List.copyOf(entries),
                    answerable ? own("action") : phrases.text("nothing-to-answer"),
                    List.copyOf(answers),
                    List.copyOf(all),
                    phrases.text("footer"));
        }

        private String own(String name) {
            return phrases.text(template.key() + "." + name, phrases.isolated(arguments));
        }
    }
}
