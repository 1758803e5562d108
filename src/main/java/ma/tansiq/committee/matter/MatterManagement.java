package ma.tansiq.committee.matter;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.matter.MatterEvents.MatterNotice;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matters on their way: up with the text as it stands, down with what was decided, corrected in between (rules B1–B3). */
@Component
@Transactional
public class MatterManagement {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_MOTIVE = 2_000;

    private final Matters matters;
    private final Referrals referrals;
    private final Extracts extracts;
    private final MatterTexts texts;
    private final Meetings meetings;
    private final Agendas agendas;
    private final AgendaManagement agendaManagement;
    private final Bodies bodies;
    private final Memberships memberships;
    private final MeetingRulesTable rules;
    private final WorkingDays workingDays;
    private final MeetingHistory history;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MatterManagement(
            Matters matters,
            Referrals referrals,
            Extracts extracts,
            MatterTexts texts,
            Meetings meetings,
            Agendas agendas,
            AgendaManagement agendaManagement,
            Bodies bodies,
            Memberships memberships,
            MeetingRulesTable rules,
            WorkingDays workingDays,
            MeetingHistory history,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.matters = matters;
        this.referrals = referrals;
        this.extracts = extracts;
        this.texts = texts;
        this.meetings = meetings;
        this.agendas = agendas;
        this.agendaManagement = agendaManagement;
        this.bodies = bodies;
        this.memberships = memberships;
        this.rules = rules;
        this.workingDays = workingDays;
        this.history = history;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does with the matters of a session what its signed record says: what was deferred waits for this body's next
     * agenda, what was referred up for the agenda of the body above, everything else is closed.
     */
    public void settle(Meeting meeting) {
        Map<String, ItemOutcome> outcomes = agendas.of(meeting.reference()).stream()
                .filter(each -> each.outcome() != null)
                .collect(Collectors.toMap(AgendaItem::matter, each -> Objects.requireNonNull(each.outcome())));
        List<Matter> dealtWith = matters.findAllById(outcomes.keySet());
        List<Referral> sent = new ArrayList<>();
        for (Matter each : dealtWith) {
            ItemOutcome outcome = Objects.requireNonNull(outcomes.get(each.reference()));
            if (outcome.isNotTheLast()) {
                sent.add(send(each, outcome, meeting));
            } else {
                each.closed();
            }
        }
        matters.saveAll(dealtWith);
        if (!sent.isEmpty()) {
            referrals.add(sent);
        }
    }

    /**
     * Opens a matter of that body and sends it before the body above, as a report asked for.
     *
     * @param review meeting of the body above that was reported to
     */
    public String raise(String body, String above, String title, String text, String review, String by) {
        Matter matter = agendaManagement.open(body, title, text, by);
        matter.goesBefore(above);
        matters.save(matter);
        referrals.add(List.of(new Referral(
                matter.reference(),
                matter.passage(),
                above,
                Referral.Way.ARBITRATION,
                review,
                matter.textVersion(),
                clock.instant())));
        return matter.reference();
    }

    /**
     * Returns what the session decided to every body that each of its closed matters came from, and tells their
     * secretaries. Doing it again after a failure returns nothing twice.
     */
    public void returnExtracts(String reference) {
        if (!extracts.ofMeeting(reference).isEmpty()) {
            return;
        }
        List<Extract> returned = made(meetings.required(reference));
        if (returned.isEmpty()) {
            return;
        }
        extracts.add(returned);
        tellOfReturn(returned);
        history.add(reference, "EXTRACTS_RETURNED", null, String.valueOf(returned.size()));
    }

    /** The extracts of that meeting that wait to be acknowledged. */
    @Transactional(readOnly = true)
    public List<ExtractKey> openExtracts(String meeting) {
        return extracts.ofMeeting(meeting).stream()
                .filter(Extract::isOpen)
                .map(ExtractKey::of)
                .toList();
    }

    /** The secretary has read what was decided above. */
    public void acknowledge(ExtractKey key, String by) {
        extracts.acknowledge(key, Extract.Way.SECRETARY, by, null, clock.instant());
        history.add(key.meeting(), "EXTRACT_ACKNOWLEDGED", by, key.matter() + " · " + key.body());
    }

    /**
     * Acknowledges in the secretary's place, so that the session's loop can close.
     *
     * @param motive why; kept on record with the coordinator's name (rule B3)
     * @param by account of a coordinator
     */
    public void acknowledgeInstead(String meeting, String matter, String body, String motive, String by) {
        ExtractKey key = new ExtractKey(meeting, matter, body);
        permissions.requireCoordinator(by);
        String why = checked(motive, "motive", LONGEST_MOTIVE);
        meetings.toChange(key.meeting());
        if (!extracts.acknowledge(key, Extract.Way.COORDINATOR, by, why, clock.instant())) {
            throw CommitteeRefusal.because("extractNotOpen", key.matter(), key.body());
        }
        history.add(key.meeting(), "EXTRACT_OVERRIDDEN", by, key.matter() + " · " + key.body());
        events.publishEvent(new AcknowledgedInstead(key));
    }

    /** A coordinator acknowledged: nobody is asked any more. */
    public record AcknowledgedInstead(ExtractKey extract) {}

    /** Nobody acknowledged in time: the extract counts as acknowledged, and is flagged so (rule B3). */
    public void acknowledgeByDeadline(ExtractKey key) {
        extracts.acknowledge(key, Extract.Way.DEADLINE, null, null, clock.instant());
        history.add(key.meeting(), "EXTRACT_EXPIRED", null, key.matter() + " · " + key.body());
    }

    /**
     * Replaces the text of an open matter, also while it is before a body above: there the new version takes the place
     * of the earlier one on any agenda that is not recorded yet, and the secretary is told (rule B2).
     *
     * @param seen version of the text that was corrected
     * @param by secretary of a body that the matter was opened in or came through, or a coordinator
     */
    public void correct(String reference, int seen, String title, String text, String motive, String by) {
        Matter matter =
                matters.findById(reference).orElseThrow(() -> CommitteeRefusal.because("unknownMatter", reference));
        List<String> through = through(matter, referrals.of(List.of(reference)));
        if (through.stream().noneMatch(each -> permissions.actsAsSecretary(each, by))) {
            throw CommitteeRefusal.because("matterNotYours", reference);
        }
        if (matter.isClosed()) {
            throw CommitteeRefusal.because("matterClosed", reference);
        }
        if (matter.textVersion() != seen) {
            throw new MatterConflict(reference);
        }
        String why = checked(motive, "motive", LONGEST_MOTIVE);
        var earlier =
                new MatterTexts.Earlier(matter.textVersion(), matter.title(), matter.text(), clock.instant(), by, why);
        matter.correct(checked(title, "title", LONGEST_TITLE), checked(text, "text", LONGEST_TEXT));
        texts.add(reference, earlier);
        matters.save(matter);
        boolean packLeft = agendas.correct(matter);
        events.publishEvent(
                new MatterEvents.Corrected(notice(matter, matter.body()), matter.textVersion(), why, packLeft));
    }

    private Referral send(Matter matter, ItemOutcome outcome, Meeting meeting) {
        boolean up = outcome == ItemOutcome.REFERRED_UP;
        String next = up ? above(meeting.body()) : meeting.body();
        matter.goesBefore(next);
        if (up) {
            events.publishEvent(new MatterEvents.ReferredUp(notice(matter, next), meeting.reference()));
        }
        return new Referral(
                matter.reference(),
                matter.passage(),
                next,
                up ? Referral.Way.REFERRED_UP : Referral.Way.DEFERRED,
                meeting.reference(),
                matter.textVersion(),
                clock.instant());
    }

    private String above(String body) {
        return bodies.parentOf(body).map(Body::code).orElseThrow(() -> CommitteeRefusal.because("nothingAbove", body));
    }

    private List<Extract> made(Meeting meeting) {
        Set<String> closed = agendas.of(meeting.reference()).stream()
                .filter(each -> each.passage() > 1 && each.outcome() != null)
                .filter(each -> !Objects.requireNonNull(each.outcome()).isNotTheLast())
                .map(AgendaItem::matter)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (closed.isEmpty()) {
            return List.of();
        }
        Map<String, List<Referral>> ways = referrals.of(closed).stream().collect(groupingBy(Referral::matter));
        Instant now = clock.instant();
        return matters.findAllById(closed).stream()
                .flatMap(matter -> through(matter, ways.getOrDefault(matter.reference(), List.of())).stream()
                        .filter(each -> !each.equals(meeting.body()))
                        .map(each -> new Extract(
                                meeting.reference(),
                                matter.reference(),
                                each,
                                now,
                                due(each, now),
                                null,
                                null,
                                null,
                                null)))
                .toList();
    }

    private Instant due(String body, Instant from) {
        String level = bodies.find(body).orElseThrow().rules();
        return workingDays.deadlineAfter(from, rules.of(level).acknowledgement());
    }

    /** Every body that the matter has been before, or waits for. */
    private static List<String> through(Matter matter, List<Referral> referrals) {
        return Stream.concat(Stream.of(matter.firstBody()), referrals.stream().map(Referral::body))
                .distinct()
                .toList();
    }

    private void tellOfReturn(List<Extract> returned) {
        Map<String, Matter> known =
                matters
                        .findAllById(returned.stream()
                                .map(Extract::matter)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Matter::reference, each -> each));
        returned.forEach(extract -> events.publishEvent(new MatterEvents.ExtractReturned(
                notice(Objects.requireNonNull(known.get(extract.matter())), extract.body()),
                extract.meeting(),
                extract.dueAt())));
    }

    private MatterNotice notice(Matter matter, String body) {
        List<String> secretaries = memberships.holders(body, MemberRole.SECRETARY, LocalDate.now(clock)).stream()
                .map(Membership::account)
                .flatMap(Stream::ofNullable)
                .toList();
        return new MatterNotice(matter.reference(), matter.isConfidential() ? null : matter.title(), body, secretaries);
    }

    private static String checked(@Nullable String typed, String what, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw CommitteeRefusal.because("missing." + what);
        }
        if (text.length() > longest) {
            throw CommitteeRefusal.because("tooLong." + what, longest);
        }
        return text;
    }
}
