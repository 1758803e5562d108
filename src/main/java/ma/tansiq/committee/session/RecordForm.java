package ma.tansiq.committee.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceAnswer;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Onward;
import ma.tansiq.committee.meeting.Onwards;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.meeting.SessionRecord.VoteKind;
import ma.tansiq.committee.meeting.SessionRecord.Voting;
import ma.tansiq.committee.meeting.SheetOfTheDay;
import ma.tansiq.engine.Fields;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form in which the secretary records a session: what is filled in already, and how the answers read. */
@Component
class RecordForm {

    /** As many added items may have actions; more of them may be recorded. */
    private static final int ADDED_CHOICES = 5;

    private static final Onward NOWHERE = new Onward(null, null, null, null);

    private final MeetingFacts facts;
    private final SheetOfTheDay sheet;
    private final Conducts conducts;
    private final Decisions decisions;
    private final Actions actions;
    private final SessionPolicy policy;
    private final MeetingRulesTable rules;
    private final Onwards onwards;
    private final Bodies bodies;
    private final MessageSource messages;

    @SuppressWarnings("TooManyParameters")
    RecordForm(
            MeetingFacts facts,
            SheetOfTheDay sheet,
            Conducts conducts,
            Decisions decisions,
            Actions actions,
            SessionPolicy policy,
            MeetingRulesTable rules,
            Onwards onwards,
            Bodies bodies,
            MessageSource messages) {
        this.facts = facts;
        this.sheet = sheet;
        this.conducts = conducts;
        this.decisions = decisions;
        this.actions = actions;
        this.policy = policy;
        this.rules = rules;
        this.onwards = onwards;
        this.bodies = bodies;
        this.messages = messages;
    }

    // how the answers read

    /** @param problems where what is wrong with an answer is gathered, as by those fields */
    SessionRecord read(Fields fields, String meeting, Problems problems) {
        List<Fields> added = fields.rows("added");
        return new SessionRecord(
                fields.text("presidedBy", 64).orElse(null),
                fields.rows("attendance").stream().map(RecordForm::presence).toList(),
                fields.rows("items").stream()
                        .map(row -> item(row, row.wholeNumber("position", 1, 200)))
                        .toList(),
                IntStream.range(0, added.size())
                        .mapToObj(each -> added(added.get(each), each + 1))
                        .toList(),
                fields.rows("actions", row -> action(row, meeting, problems)),
                suspension(fields));
    }

    private static SessionRecord.@Nullable Suspension suspension(Fields fields) {
        return fields.flag("suspended")
                ? new SessionRecord.Suspension(
                        fields.requiredText("suspensionReason", 2_000),
                        fields.optionalDateTime("resumesAt").orElse(null),
                        fields.has("resumesFor")
                                        && fields.optionalNumber("resumesFor").isPresent()
                                ? fields.wholeNumber("resumesFor", 1, 720)
                                : null,
                        !fields.asks("clashesKnown") || fields.flag("clashesKnown"))
                : null;
    }

    private static SessionRecord.PresenceRecord presence(Fields row) {
        Presence presence = row.optionalChoice("presence", Presence.class).orElse(null);
        return new SessionRecord.PresenceRecord(
                row.requiredText("account", 64),
                presence,
                row.text(presence == Presence.PROXY ? "proxyHolder" : "alternate", 64)
                        .orElse(null));
    }

    private static SessionRecord.ItemRecord item(Fields row, int position) {
        return new SessionRecord.ItemRecord(
                position,
                row.optionalChoice("outcome", ItemOutcome.class).orElse(null),
                row.text("discussion", 20_000).orElse(null),
                row.text("decision", 10_000).orElse(null),
                new Voting(
                        row.texts("recused"),
                        row.optionalChoice("vote", VoteKind.class).orElse(null),
                        row.texts("inFavour"),
                        row.texts("against"),
                        row.texts("abstained")),
                onward(row),
                row.texts("touches").stream().distinct().toList());
    }

    private static @Nullable Onward onward(Fields row) {
        Onward onward = new Onward(
                row.text("referredTo", 12).orElse(null),
                null,
                row.text("rest", 10_000).orElse(null),
                row.optionalChoice("restOutcome", ItemOutcome.class).orElse(null));
        return onward.isEmpty() ? null : onward;
    }

    private static SessionRecord.AddedRecord added(Fields row, int position) {
        return new SessionRecord.AddedRecord(
                row.requiredText("title", 200),
                row.requiredText("text", 10_000),
                row.flag("unopposed"),
                item(row, position));
    }

    /** Of an action that is left out because something is missing, the date is checked all the same. */
    private SessionRecord.ActionRecord action(Fields row, String meeting, Problems problems) {
        var action = new SessionRecord.ActionRecord(
                row.wholeNumber("item", 1, 200),
                row.requiredText("title", 200),
                row.requiredText("owner", 64),
                row.date("dueOn"));
        if (row.sound("dueOn") && !row.sound("item", "title", "owner")) {
            String title = row.sound("title") ? action.title() : row.label("title");
            SessionPolicy.checkDue(title, action.dueOn(), policy.heldOn(facts.meeting(meeting)), problems);
        }
        return action;
    }

    // what is filled in already

    Object attendance(String meeting) {
        return FormTexts.json(sheet.of(meeting).stream()
                .map(each -> {
                    String presence = each.presence() == null
                            ? expected(each)
                            : each.presence().name();
                    boolean proxy = presence.equals(Presence.PROXY.name());
                    return Map.of(
                            "account",
                            each.account(),
                            "presence",
                            presence,
                            "alternate",
                            proxy ? "" : orEmpty(each.alternate()),
                            "proxyHolder",
                            proxy ? orEmpty(each.alternate()) : "");
                })
                .toList());
    }

    /** What the answer lets expect; empty where there was none, so that nobody is present by default. */
    private static String expected(Attendance each) {
        AttendanceAnswer answer = each.answer();
        if (answer == null) {
            return "";
        }
        return switch (answer) {
            case ACCEPTED -> Presence.PRESENT.name();
            case DECLINED -> Presence.EXCUSED.name();
            case DELEGATED -> Presence.REPRESENTED.name();
            case PROXY -> Presence.PROXY.name();
        };
    }

    /** How somebody can take part; by proxy only where the level knows it. */
    Object presences(String meeting) {
        boolean proxies = rules.of(facts.body(meeting).rules()).proxies() > 0;
        return FormTexts.json(Stream.of(Presence.values())
                .filter(each -> proxies || each != Presence.PROXY)
                .map(each -> Map.of("value", each.name(), "label", say("record.form.presence." + each)))
                .toList());
    }

    /** Committees that an item can be referred to: those under the same body. */
    Object committees(String meeting) {
        Body own = facts.body(meeting);
        Map<String, String> others = new LinkedHashMap<>();
        if (own.parent() != null) {
            bodies.childrenOf(own.parent()).stream()
                    .filter(each -> !each.code().equals(own.code()))
                    .forEach(each -> others.put(each.code(), each.code() + " — " + each.nameFr()));
        }
        return FormTexts.options(others);
    }

    Object items(String meeting) {
        boolean recorded = isRecorded(meeting);
        Map<Integer, String> decided = recorded
                ? decisions.of(meeting).stream().collect(Collectors.toMap(Decision::position, Decision::text))
                : Map.of();
        Map<Integer, Conduct> dealtWith = recorded
                ? conducts.of(meeting).stream().collect(Collectors.toMap(Conduct::position, Function.identity()))
                : Map.of();
        Map<Integer, Onward> ways = recorded ? onwards.of(meeting) : Map.of();
        return FormTexts.json(facts.agenda(meeting).stream()
                .filter(each -> recorded || each.outcome() == null)
                .map(each -> row(
                        each,
                        decided.get(each.position()),
                        dealtWith.get(each.position()),
                        ways.getOrDefault(each.position(), NOWHERE)))
                .toList());
    }

    /** What earlier sittings of this session decided; empty at the first one, and when everything is recorded anew. */
    Object settled(String meeting) {
        return isRecorded(meeting)
                ? ""
                : FormTexts.text(FormTexts.lines(facts.agenda(meeting).stream()
                        .filter(each -> each.outcome() != null)
                        .map(each -> "- %s — **%s**"
                                .formatted(
                                        FormTexts.verbatim(each.label()),
                                        say("document.committee.outcome." + each.outcome())))
                        .toList()));
    }

    private static Map<String, Object> row(
            AgendaItem item, @Nullable String decision, @Nullable Conduct conduct, Onward onward) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "position",
                item.position(),
                "outcome",
                item.outcome() == null ? "" : item.outcome().name(),
                "discussion",
                orEmpty(item.discussion()),
                "decision",
                orEmpty(decision)));
        row.put("touches", item.touchedBodies());
        row.put("referredTo", orEmpty(onward.referredTo()));
        row.put("rest", orEmpty(onward.rest()));
        row.put(
                "restOutcome",
                onward.restOutcome() == null ? "" : onward.restOutcome().name());
        Vote vote = conduct == null ? null : conduct.vote();
        row.put(
                "special",
                vote != null || (conduct != null && !conduct.recused().isEmpty()));
        row.put("recused", conduct == null ? List.of() : conduct.recused());
        row.put("vote", vote == null ? "" : vote.kind().name());
        row.put("inFavour", cast(vote, Choice.FOR));
        row.put("against", cast(vote, Choice.AGAINST));
        row.put("abstained", cast(vote, Choice.ABSTAINED));
        return row;
    }

    private static List<String> cast(@Nullable Vote vote, Choice choice) {
        return vote == null
                ? List.of()
                : vote.voices().entrySet().stream()
                        .filter(each -> each.getValue() == choice)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    Object actions(String meeting) {
        return FormTexts.json(isRecorded(meeting) ? recordedActions(meeting) : List.of());
    }

    private List<Map<String, Object>> recordedActions(String meeting) {
        Map<String, Integer> positions =
                decisions.of(meeting).stream().collect(Collectors.toMap(Decision::reference, Decision::position));
        return actions.findByMeetingOrderByReference(meeting).stream()
                .map(each -> Map.<String, Object>of(
                        "title", each.title(),
                        "item", Objects.requireNonNull(positions.get(each.decision())),
                        "owner", each.owner(),
                        "dueOn", each.dueOn().toString()))
                .toList();
    }

    /** The items by position, and behind them places for those that came up during the session. */
    Object itemChoices(String meeting) {
        List<AgendaItem> agenda = facts.agenda(meeting);
        Stream<Map<String, Object>> placed =
                agenda.stream().map(each -> Map.of("value", each.position(), "label", each.label()));
        Stream<Map<String, Object>> added = IntStream.rangeClosed(1, ADDED_CHOICES)
                .mapToObj(each -> Map.of(
                        "value",
                        agenda.size() + each,
                        "label",
                        messages.getMessage(
                                "record.form.added", new Object[] {agenda.size() + each, each}, Locale.FRENCH)));
        return FormTexts.json(Stream.concat(placed, added).toList());
    }

    /** What a vote needs at that level, and what a tie comes to. */
    String voteRule(String meeting) {
        return say("record.form.tie." + rules.of(facts.body(meeting).rules()).tie());
    }

    /** Whether there is a record that waits for its signature, or came back from it. */
    boolean isRecorded(String meeting) {
        return facts.meeting(meeting).status() == MeetingStatus.HELD;
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.FRENCH);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
