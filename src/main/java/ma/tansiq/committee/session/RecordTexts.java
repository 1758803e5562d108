package ma.tansiq.committee.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.paper.ConductLine;
import ma.tansiq.committee.paper.ConductLines;
import ma.tansiq.committee.paper.QuorumLine;
import ma.tansiq.committee.paper.SittingLine;
import ma.tansiq.committee.paper.SittingLines;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What is recorded of a session, whole, as the forms of those who sign or read it show it: in French, the working
 * language, people by name and what was typed letter by letter.
 */
@Component
public class RecordTexts {

    private final MeetingFacts facts;
    private final Decisions decisions;
    private final Actions actions;
    private final ConductLines conducts;
    private final SittingLines sittings;
    private final MessageSource messages;
    private final OncePerTransaction<String, List<Action>> started = new OncePerTransaction<>();

    RecordTexts(
            MeetingFacts facts,
            Decisions decisions,
            Actions actions,
            ConductLines conducts,
            SittingLines sittings,
            MessageSource messages) {
        this.facts = facts;
        this.decisions = decisions;
        this.actions = actions;
        this.conducts = conducts;
        this.sittings = sittings;
        this.messages = messages;
    }

    /** Who presided, and in which office: the chair's, its interim or the vice-chair's. */
    public String presided(String meeting) {
        return facts.meeting(meeting)
                .presidedBy()
                .map(account -> "%s, %s"
                        .formatted(
                                facts.nameOf(account),
                                say("presided." + facts.presidingOffice(facts.meeting(meeting), account))))
                .orElse("");
    }

    /** Who took part and how, and the quorum with its counts. */
    public String attendance(String meeting) {
        List<Attendance> sheet = facts.sheet(meeting);
        Stream<String> people = Stream.of(
                        Presence.PRESENT, Presence.REPRESENTED, Presence.PROXY, Presence.EXCUSED, Presence.ABSENT)
                .map(each -> named(sheet, each));
        List<SittingLine> several = sittings.of(meeting);
        Stream<String> quorum = several.isEmpty()
                ? facts.meeting(meeting).quorum().map(this::quorum).stream()
                : several.stream().flatMap(this::sitting);
        return FormTexts.lines(Stream.concat(people, quorum).toList());
    }

    /** When it was, its quorum, and why it stopped. */
    private Stream<String> sitting(SittingLine each) {
        QuorumLine quorum = each.quorum();
        Stream<String> told = Stream.of(
                "**%s**"
                        .formatted(say(
                                "document.committee.sitting",
                                each.number(),
                                FormTexts.date(LocalDate.ofInstant(each.startsAt(), LegalTime.ZONE)),
                                time(each.startsAt()),
                                time(each.endsAt()),
                                each.presidedBy())),
                say(quorum.messageKey(), quorum.present(), quorum.voting(), quorum.required()));
        return Stream.concat(
                told,
                Stream.ofNullable(each.suspendedBecause())
                        .map(why -> say("document.committee.sitting.suspended", FormTexts.verbatim(why))));
    }

    private static String time(Instant instant) {
        return FormTexts.dateTime(instant).substring(11);
    }

    /** Each item with its outcome, its decision and its actions. */
    public String outcomes(String meeting) {
        return items(meeting, item -> "", item -> false);
    }

    /** Each item with what was said, its outcome, its decision and its actions; a secret one by its outcome alone (rule B8). */
    public String proceedings(String meeting) {
        return items(meeting, item -> FormTexts.verbatim(item.discussion()), AgendaItem::isSecret);
    }

    private String items(String meeting, Function<AgendaItem, String> said, Predicate<AgendaItem> hidden) {
        Map<Integer, Decision> decided =
                decisions.of(meeting).stream().collect(Collectors.toMap(Decision::position, Function.identity()));
        Map<String, List<Action>> carriedOut = started.get(meeting, actions::findByMeetingOrderByReference).stream()
                .collect(Collectors.groupingBy(Action::decision));
        Map<Integer, ConductLine> conduct = conducts.of(meeting);
        return FormTexts.lines(facts.agenda(meeting).stream()
                .flatMap(item -> hidden.test(item)
                        ? Stream.of("### " + FormTexts.verbatim(item.label()), outcome(item, null))
                        : Stream.of(
                                "### %d. %s".formatted(item.position(), FormTexts.verbatim(item.title())),
                                said.apply(item),
                                conduct(conduct.get(item.position())),
                                outcome(item, decided.get(item.position())),
                                actions(decided.get(item.position()), carriedOut)))
                .toList());
    }

    private String conduct(@Nullable ConductLine conduct) {
        if (conduct == null) {
            return "";
        }
        Stream<String> recused = conduct.recused().isEmpty()
                ? Stream.empty()
                : Stream.of(say("document.committee.item.recused", String.join(" ; ", conduct.recused())));
        Stream<String> quorum = Stream.ofNullable(conduct.quorum())
                .map(each -> say(each.messageKey(), each.present(), each.voting(), each.required()));
        return FormTexts.lines(Stream.of(
                        conduct.added() ? Stream.of(say("document.committee.item.added")) : Stream.<String>empty(),
                        recused,
                        quorum,
                        Stream.ofNullable(conduct.vote()).flatMap(this::vote))
                .flatMap(each -> each)
                .toList());
    }

    private Stream<String> vote(ConductLine.VoteLine vote) {
        return Stream.of(
                        Stream.of("**%s**"
                                .formatted(say(
                                        "document.committee.vote." + vote.kind(),
                                        vote.inFavour(),
                                        vote.against(),
                                        vote.abstained()))),
                        by("FOR", vote.inFavourBy()),
                        by("AGAINST", vote.againstBy()),
                        by("ABSTAINED", vote.abstainedBy()),
                        Stream.ofNullable(vote.tieKey()).map(this::say))
                .flatMap(each -> each);
    }

    private Stream<String> by(String choice, List<String> names) {
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(say("document.committee.vote.by." + choice, String.join(" ; ", names)));
    }

    private String outcome(AgendaItem item, @Nullable Decision decision) {
        if (item.outcome() == null) {
            return "";
        }
        String label = say("document.committee.outcome." + item.outcome());
        return decision == null
                ? "**%s**".formatted(label)
                : FormTexts.quote("**%s** (%s)\n\n%s"
                        .formatted(label, decision.reference(), FormTexts.verbatim(decision.text())));
    }

    private String actions(@Nullable Decision decision, Map<String, List<Action>> carriedOut) {
        return decision == null
                ? ""
                : carriedOut.getOrDefault(decision.reference(), List.of()).stream()
                        .map(this::action)
                        .collect(Collectors.joining("\n"));
    }

    private String action(Action action) {
        String owner = action.organisation().isEmpty()
                ? facts.nameOf(action.owner())
                : "%s (%s)".formatted(facts.nameOf(action.owner()), action.organisation());
        return "- "
                + say(
                        "record.action",
                        "**%s**".formatted(FormTexts.verbatim(action.title())),
                        owner,
                        FormTexts.date(action.dueOn()));
    }

    private String named(List<Attendance> sheet, Presence presence) {
        List<String> names = sheet.stream()
                .filter(each -> each.presence() == presence)
                .map(this::person)
                .toList();
        return names.isEmpty()
                ? ""
                : "**%s (%d) :** %s"
                        .formatted(say("record.presence." + presence), names.size(), String.join(" ; ", names));
    }

    private String person(Attendance each) {
        String person =
                each.organisation().isEmpty() ? each.name() : "%s (%s)".formatted(each.name(), each.organisation());
        boolean replaced = each.presence() == Presence.REPRESENTED || each.presence() == Presence.PROXY;
        return replaced && each.alternate() != null
                ? say("record.represented", person, facts.nameOf(each.alternate()))
                : person;
    }

    private String quorum(Quorum quorum) {
        String key = quorum.required() == 0 ? "none" : quorum.reached() ? "reached" : "missed";
        return say("document.committee.quorum." + key, quorum.present(), quorum.voting(), quorum.required());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
