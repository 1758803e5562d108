package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.matter.RepeatedDeferrals;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.engine.Problems;
import ma.tansiq.strategy.StrategyFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From proposals to the agenda that the chair approves and everybody receives. */
@Component
@Transactional
public class AgendaManagement {

    private static final int MOST_ITEMS = 40;

    private static final int AFTER_ITS_MAIL = Ordered.LOWEST_PRECEDENCE;

    private final Meetings meetings;
    private final Matters matters;
    private final Agendas agendas;
    private final MeetingNotices notices;
    private final MeetingHistory history;
    private final RepeatedDeferrals deferrals;
    private final CommitteePapers papers;
    private final LatePapers latePapers;
    private final PreviousMinutes previous;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String strategy;

    @SuppressWarnings("TooManyParameters")
    AgendaManagement(
            Meetings meetings,
            Matters matters,
            Agendas agendas,
            MeetingNotices notices,
            MeetingHistory history,
            RepeatedDeferrals deferrals,
            CommitteePapers papers,
            LatePapers latePapers,
            PreviousMinutes previous,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${tansiq.matter-prefix:SNIA}") String strategy) {
        this.meetings = meetings;
        this.matters = matters;
        this.agendas = agendas;
        this.notices = notices;
        this.history = history;
        this.deferrals = deferrals;
        this.papers = papers;
        this.latePapers = latePapers;
        this.previous = previous;
        this.events = events;
        this.clock = clock;
        this.strategy = strategy;
    }

    /** The agenda is composed, for the first time or anew, and is before the chair. */
    public record Submitted(String meeting) {}

    /** Each proposal becomes a matter with a permanent reference, in the backlog of the body (rule B1). */
    void propose(String meeting, List<Proposal> proposals, String by) {
        String body = meetings.required(meeting).body();
        open(body, proposals, by);
        history.add(meeting, "ITEMS_PROPOSED", by, String.valueOf(proposals.size()));
    }

    /** Opens the matters that the strategy's file brings, those that are not there yet. */
    @Order(2)
    @EventListener
    void open(StrategyFile.Loaded loaded) {
        for (StrategyFile.Matter each : loaded.file().matters()) {
            if (!matters.existsByOrigin(each.code())) {
                open(each.body(), new Proposal(each.title(), each.text()), null, each.code());
            }
        }
    }

    /** Opens a matter of that body, in its backlog. */
    public Matter open(String body, String title, String text, String by) {
        return open(body, new Proposal(title, text), by, null);
    }

    /** Opens a matter that nobody proposed, and that comes back by itself under that origin. */
    public Matter openStanding(String body, String title, String text, String origin) {
        return open(body, new Proposal(title, text), null, origin);
    }

    private void open(String body, List<Proposal> proposals, String by) {
        if (proposals.isEmpty()) {
            return;
        }
        int year = LocalDate.now(clock).getYear();
        int number = nextNumber(year);
        List<Matter> opened = new ArrayList<>();
        for (Proposal each : proposals) {
            opened.add(Matter.opened(strategy, year, number + opened.size(), body, each, by, null, clock.instant()));
        }
        matters.saveAll(opened);
    }

    private Matter open(String body, Proposal proposal, @Nullable String by, @Nullable String origin) {
        int year = LocalDate.now(clock).getYear();
        Matter matter = Matter.opened(strategy, year, nextNumber(year), body, proposal, by, origin, clock.instant());
        return matters.save(matter);
    }

    private int nextNumber(int year) {
        matters.lockNumbering();
        return matters.nextNumber(year);
    }

    /** A matter of that body waits for its agendas no more, or again: forms that offer it have to ask anew. */
    public record BacklogChanged(String body) {}

    /** What waits for the agenda of that meeting: the body's backlog, and what is on it already. */
    @Transactional(readOnly = true)
    public List<AgendaItem> candidates(String meeting) {
        return candidates(meetings.required(meeting));
    }

    private List<AgendaItem> candidates(Meeting meeting) {
        List<AgendaItem> items = new ArrayList<>(agendas.of(meeting.reference()));
        for (Matter each : matters.backlogOf(meeting.body())) {
            items.add(item(items.size() + 1, each));
        }
        return items;
    }

    /**
     * Puts the chosen matters and the added items on the agenda in the order of their ranks and submits it to the chair;
     * what is left out goes back to, or stays in, the backlog. An added item is a matter like any other.
     *
     * @param withPrevious whether minutes of earlier sessions that wait for approval come first by themselves (rule C5);
     *     the form of an earlier diagram does not say so
     * @param problems what was wrong with the answers already when they were read; refused with the rest
     */
    void compose(String reference, AgendaDraft draft, boolean withPrevious, Problems problems, String by) {
        Meeting meeting = meetings.required(reference);
        Map<String, AgendaItem> candidates = candidates(meeting).stream()
                .collect(Collectors.toMap(AgendaItem::matter, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<PreviousMinutes.Approval> approvals = withPrevious ? previous.pending(meeting) : List.of();
        check(draft, candidates, !approvals.isEmpty(), problems);
        problems.refuse();
        List<String> order = new ArrayList<>(approvals(meeting, approvals, candidates));
        Map<Integer, String> ranked = new TreeMap<>();
        draft.chosen().forEach(each -> ranked.put(each.position(), each.item()));
        for (AgendaDraft.Placed<Proposal> each : draft.added()) {
            Matter added = open(meeting.body(), each.item(), by, null);
            candidates.put(added.reference(), item(each.position(), added));
            ranked.put(each.position(), added.reference());
        }
        Set<String> moot = withPrevious ? closeMoot(meeting) : Set.of();
        ranked.values().stream()
                .filter(each -> !order.contains(each) && !moot.contains(each))
                .forEach(order::add);
        moot.forEach(candidates::remove);
        place(candidates.keySet(), Set.copyOf(order));
        agendas.replace(reference, inOrder(order, candidates));
        meeting.submitAgenda();
        meetings.save(meeting);
        history.add(reference, "AGENDA_SUBMITTED", by, null);
        events.publishEvent(new Submitted(reference));
    }

    /**
     * Puts what came up during the session behind the agenda, each as a matter of its own (rule B7).
     *
     * @param by account of the secretary who records it
     */
    public void addInSession(Meeting meeting, List<SessionRecord.AddedRecord> added, String by) {
        int last = agendas.of(meeting.reference()).size();
        List<AgendaItem> items = new ArrayList<>();
        for (SessionRecord.AddedRecord each : added) {
            Matter matter = open(meeting.body(), each.proposal(), by, null);
            matter.placedOnAgenda();
            items.add(item(last + items.size() + 1, matters.save(matter)));
        }
        agendas.add(meeting.reference(), items);
    }

    /** The matters that approve those minutes, opened where they are not yet, and added to what may be chosen. */
    private List<String> approvals(
            Meeting meeting, List<PreviousMinutes.Approval> approvals, Map<String, AgendaItem> candidates) {
        List<String> first = new ArrayList<>();
        for (PreviousMinutes.Approval each : approvals) {
            String matter = each.matter();
            if (matter == null) {
                Matter opened = open(meeting.body(), previous.proposal(each), null, PreviousMinutes.origin(each));
                candidates.put(opened.reference(), item(1, opened));
                first.add(opened.reference());
            } else if (candidates.containsKey(matter)) {
                first.add(matter);
            }
        }
        return first;
    }

    /** Closes what would approve minutes that need it no more. */
    private Set<String> closeMoot(Meeting meeting) {
        Set<String> moot = previous.of(meeting).stream()
                .filter(each -> !each.pending())
                .map(PreviousMinutes.Approval::matter)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        List<Matter> closed =
                matters.findAllById(moot).stream().filter(Matter::closed).toList();
        matters.saveAll(closed);
        return moot;
    }

    private static void check(
            AgendaDraft draft, Map<String, AgendaItem> candidates, boolean othersFirst, Problems problems) {
        if (draft.size() > MOST_ITEMS || (draft.size() == 0 && !othersFirst && problems.none())) {
            problems.add(CommitteeRefusal.because(draft.size() == 0 ? "agendaEmpty" : "agendaTooLong", MOST_ITEMS));
        }
        Set<String> seen = new HashSet<>();
        for (AgendaDraft.Placed<String> each : draft.chosen()) {
            if (!candidates.containsKey(each.item())) {
                problems.add(CommitteeRefusal.because("matterNotAvailable", each.item()));
            } else if (!seen.add(each.item())) {
                problems.add(CommitteeRefusal.because("matterTwice", each.item()));
            }
        }
        draft.checkPositions(candidates, problems);
    }

    /**
     * @param seen ids of late papers that the chair saw; null where the form of an earlier diagram does not ask
     */
    void approve(String reference, @Nullable Set<String> seen, RepeatedDeferrals.@Nullable Answer repeated, String by) {
        Meeting meeting = meetings.required(reference);
        List<LatePapers.Late> late = seen == null ? List.of() : latePapers.of(reference);
        if (seen != null) {
            Problems problems = new Problems();
            latePapers.requireSeen(late, seen, problems);
            problems.refuse();
        }
        if (repeated != null) {
            deferrals.decide(reference, repeated, by);
        }
        meeting.approveAgenda();
        meetings.save(meeting);
        if (!late.isEmpty()) {
            history.add(reference, "LATE_PAPERS_SEEN", by, String.valueOf(late.size()));
        }
        history.add(reference, "AGENDA_APPROVED", by, null);
    }

    void returnForChange(String reference, String remark, String by) {
        Meeting meeting = meetings.required(reference);
        meeting.returnAgenda(remark);
        meetings.save(meeting);
        history.add(reference, "AGENDA_RETURNED", by, remark);
    }

    /** Makes the pack and sends it to everybody convoked; repeating it after a failure makes no second one. */
    void distribute(String reference) {
        Meeting meeting = meetings.required(reference);
        PaperEditions pack = papers.agendaPack(meeting);
        meeting.distributeAgenda(pack.french());
        meetings.save(meeting);
        boolean late = !clock.instant().isBefore(meeting.startsAt());
        history.add(reference, late ? "AGENDA_DISTRIBUTED_LATE" : "AGENDA_DISTRIBUTED", null, null);
        events.publishEvent(new MeetingEvents.AgendaDistributed(notices.of(meeting), pack, late));
    }

    /** The pack says where and when: once it has left, a session that moves or is held again has another one. */
    @Order(AFTER_ITS_MAIL)
    @EventListener
    void on(MeetingEvents.Rescheduled moved) {
        distributeAgain(moved.notice().reference());
    }

    @Order(AFTER_ITS_MAIL)
    @EventListener
    void on(MeetingEvents.Convened convened) {
        if (convened.notice().session() > 1) {
            distributeAgain(convened.notice().reference());
        }
    }

    @Order(AFTER_ITS_MAIL)
    @EventListener
    void on(MeetingEvents.Resumes resumes) {
        distributeAgain(resumes.notice().reference());
    }

    /** Makes and sends the pack again, because of what has come to it since; nothing before it has left. */
    public void distributeAnew(String reference) {
        distributeAgain(reference);
    }

    private void distributeAgain(String reference) {
        if (meetings.findById(reference).flatMap(Meeting::agendaPack).isPresent()) {
            distribute(reference);
        }
    }

    /**
     * What a meeting that is called off would have dealt with waits for the body's next agenda; so does the rest of a
     * session that does not go on, once its record is signed.
     */
    @EventListener
    void on(MeetingManagement.CalledOff calledOff) {
        if (calledOff.held()) {
            agendas.deferTheRest(calledOff.meeting());
            return;
        }
        List<String> references =
                agendas.of(calledOff.meeting()).stream().map(AgendaItem::matter).toList();
        place(references, Set.of());
    }

    private void place(Collection<String> candidates, Set<String> chosen) {
        List<Matter> moved = matters.findAllById(candidates).stream()
                .filter(each -> chosen.contains(each.reference()) ? each.placedOnAgenda() : each.returnedToBacklog())
                .toList();
        matters.saveAll(moved);
    }

    private static List<AgendaItem> inOrder(Collection<String> chosen, Map<String, AgendaItem> candidates) {
        List<AgendaItem> items = new ArrayList<>();
        for (String each : chosen) {
            AgendaItem item = java.util.Objects.requireNonNull(candidates.get(each));
            items.add(item.at(items.size() + 1));
        }
        return items;
    }

    private static AgendaItem item(int position, Matter matter) {
        return new AgendaItem(
                position,
                matter.reference(),
                matter.passage(),
                matter.title(),
                matter.text(),
                matter.textVersion(),
                matter.proposedBy(),
                matter.confidentiality(),
                null,
                null,
                "");
    }
}
