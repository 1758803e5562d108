package ma.tansiq.committee.matter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.Onward;
import ma.tansiq.committee.meeting.Onwards;
import ma.tansiq.committee.meeting.RequiredText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matters on their way up with the text as it stands, corrected in between (rules B1, B2); {@link ExtractManagement} is the way down. */
@Component
@Transactional
public class MatterManagement {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_MOTIVE = 2_000;

    private final Matters matters;
    private final Referrals referrals;
    private final MatterTexts texts;
    private final Agendas agendas;
    private final Onwards onwards;
    private final AgendaManagement agendaManagement;
    private final Bodies bodies;
    private final MatterNotices notices;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MatterManagement(
            Matters matters,
            Referrals referrals,
            MatterTexts texts,
            Agendas agendas,
            Onwards onwards,
            AgendaManagement agendaManagement,
            Bodies bodies,
            MatterNotices notices,
            Permissions permissions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.matters = matters;
        this.referrals = referrals;
        this.texts = texts;
        this.agendas = agendas;
        this.onwards = onwards;
        this.agendaManagement = agendaManagement;
        this.bodies = bodies;
        this.notices = notices;
        this.permissions = permissions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does with the matters of a session what its signed record says: what was deferred waits for this body's next
     * agenda, what was referred for the agenda of the body above or of another committee, what was adopted in part is
     * split, everything else is closed.
     */
    public void settle(Meeting meeting) {
        Map<String, AgendaItem> items = agendas.of(meeting.reference()).stream()
                .filter(each -> each.outcome() != null)
                .collect(Collectors.toMap(AgendaItem::matter, each -> each));
        Map<Integer, Onward> onward =
                items.values().stream().anyMatch(MatterManagement::goesOn) ? onwards.of(meeting.reference()) : Map.of();
        List<Matter> dealtWith = matters.findAllById(items.keySet());
        List<Referral> sent = new ArrayList<>();
        List<Matter> parts = new ArrayList<>();
        for (Matter each : dealtWith) {
            AgendaItem item = Objects.requireNonNull(items.get(each.reference()));
            ItemOutcome outcome = Objects.requireNonNull(item.outcome());
            if (outcome == ItemOutcome.ADOPTED_IN_PART) {
                parts.addAll(split(each, Objects.requireNonNull(onward.get(item.position())), meeting, sent));
                each.closed();
            } else if (outcome.isNotTheLast()) {
                sent.add(send(each, outcome, next(meeting, outcome, onward.get(item.position())), meeting));
            } else {
                each.closed();
            }
        }
        matters.saveAll(dealtWith);
        if (!parts.isEmpty()) {
            matters.saveAll(parts);
        }
        if (!sent.isEmpty()) {
            referrals.add(sent);
        }
    }

    private static boolean goesOn(AgendaItem item) {
        return item.outcome() == ItemOutcome.REFERRED || item.outcome() == ItemOutcome.ADOPTED_IN_PART;
    }

    /** The part that was adopted, which is closed, and the one that was not, which goes where the record says. */
    private List<Matter> split(Matter whole, Onward onward, Meeting meeting, List<Referral> sent) {
        ItemOutcome left = Objects.requireNonNull(onward.restOutcome());
        Matter adopted = whole.part(
                1, " (partie adoptée)", Objects.requireNonNull(onward.adopted()), ItemOutcome.DECIDED, clock.instant());
        Matter rest =
                whole.part(2, " (partie non adoptée)", Objects.requireNonNull(onward.rest()), left, clock.instant());
        for (Referral each : referrals.of(List.of(whole.reference()))) {
            sent.add(each.of(adopted.reference()));
            sent.add(each.of(rest.reference()));
        }
        if (left.isNotTheLast()) {
            sent.add(send(rest, left, next(meeting, left, null), meeting));
        }
        return List.of(adopted, rest);
    }

    private String next(Meeting meeting, ItemOutcome outcome, @Nullable Onward onward) {
        return switch (outcome) {
            case REFERRED_UP -> above(meeting.body());
            case REFERRED ->
                Objects.requireNonNull(Objects.requireNonNull(onward).referredTo());
            default -> meeting.body();
        };
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
     * Replaces the text of an open matter, also while it is before a body above: there the new version takes the place
     * of the earlier one on any agenda that is not recorded yet, and the secretary is told (rule B2).
     *
     * @param seen version of the text that was corrected
     * @param by secretary of a body that the matter was opened in or came through, or a coordinator
     */
    public void correct(String reference, int seen, String title, String text, String motive, String by) {
        Matter matter =
                matters.findById(reference).orElseThrow(() -> CommitteeRefusal.because("unknownMatter", reference));
        List<String> through = Referral.through(matter, referrals.of(List.of(reference)));
        if (through.stream().noneMatch(each -> permissions.actsAsSecretary(each, by))) {
            throw CommitteeRefusal.because("matterNotYours", reference);
        }
        if (matter.isClosed()) {
            throw CommitteeRefusal.because("matterClosed", reference);
        }
        if (matter.isConsulted()) {
            throw CommitteeRefusal.because("matterNotWaiting.CONSULTED", reference);
        }
        if (matter.textVersion() != seen) {
            throw new MatterConflict(reference);
        }
        String why = RequiredText.of(motive, "motive", LONGEST_MOTIVE);
        var earlier =
                new MatterTexts.Earlier(matter.textVersion(), matter.title(), matter.text(), clock.instant(), by, why);
        matter.correct(RequiredText.of(title, "title", LONGEST_TITLE), RequiredText.of(text, "text", LONGEST_TEXT));
        texts.add(reference, earlier);
        matters.save(matter);
        boolean packLeft = agendas.correct(matter);
        events.publishEvent(
                new MatterEvents.Corrected(notices.of(matter, matter.body()), matter.textVersion(), why, packLeft));
    }

    private Referral send(Matter matter, ItemOutcome outcome, String next, Meeting meeting) {
        matter.goesBefore(next);
        Referral.Way way = switch (outcome) {
            case REFERRED_UP -> Referral.Way.REFERRED_UP;
            case REFERRED -> Referral.Way.REFERRED;
            default -> Referral.Way.DEFERRED;
        };
        if (way != Referral.Way.DEFERRED) {
            events.publishEvent(new MatterEvents.ReferredUp(notices.of(matter, next), meeting.reference()));
        }
        return new Referral(
                matter.reference(),
                matter.passage(),
                next,
                way,
                meeting.reference(),
                matter.textVersion(),
                clock.instant());
    }

    private String above(String body) {
        return bodies.parentOf(body).map(Body::code).orElseThrow(() -> CommitteeRefusal.because("nothingAbove", body));
    }
}
