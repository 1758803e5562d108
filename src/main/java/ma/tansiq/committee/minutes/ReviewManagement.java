package ma.tansiq.committee.minutes;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.PreviousMinutes;
import ma.tansiq.committee.meeting.Sittings;
import ma.tansiq.committee.paper.CommitteePapers;
import ma.tansiq.committee.session.Decision;
import ma.tansiq.committee.session.Decisions;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review of draft minutes by those present: approvals, by word or by silence, and reservations with their answers
 * (rule C5).
 */
@Component
@Transactional
class ReviewManagement {

    private final Meetings meetings;
    private final MinutesRegister register;
    private final Reviews reviews;
    private final Agendas agendas;
    private final AttendanceSheets sheets;
    private final Sittings sittings;
    private final Decisions decisions;
    private final CommitteePapers papers;
    private final MeetingFacts facts;
    private final MeetingHistory history;
    private final PreviousMinutes previous;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ReviewManagement(
            Meetings meetings,
            MinutesRegister register,
            Reviews reviews,
            Agendas agendas,
            AttendanceSheets sheets,
            Sittings sittings,
            Decisions decisions,
            CommitteePapers papers,
            MeetingFacts facts,
            MeetingHistory history,
            PreviousMinutes previous,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.register = register;
        this.reviews = reviews;
        this.agendas = agendas;
        this.sheets = sheets;
        this.sittings = sittings;
        this.decisions = decisions;
        this.papers = papers;
        this.facts = facts;
        this.history = history;
        this.previous = previous;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One answer to a reservation; an altered decision gets a new version (rule C4b).
     *
     * @param item position of the item that the reservation turns out to concern; counts when its author named none
     */
    record Resolution(
            String account,
            @Nullable Boolean accepted,
            @Nullable String reply,
            @Nullable Integer item,
            @Nullable String alteredDecision) {}

    /** Those who were in the room at any sitting, once each. */
    @Transactional(readOnly = true)
    List<String> reviewers(String meeting) {
        Stream<Attendance> earlier = sittings.of(meeting).stream().flatMap(each -> each.sheet().stream());
        return Stream.concat(sheets.of(meeting).stream(), earlier)
                .flatMap(each -> each.inTheRoom().stream())
                .distinct()
                .toList();
    }

    /** @param reservation null to approve */
    void review(String meeting, String account, @Nullable Integer position, @Nullable String reservation) {
        Minutes minutes = register.required(meeting);
        if (!minutes.isInReview()) {
            throw CommitteeRefusal.because("wrongMinutes." + minutes.status(), meeting);
        }
        requireItem(meeting, position);
        reviews.add(meeting, minutes.edition(), List.of(Review.given(account, clock.instant(), position, reservation)));
        history.add(meeting, reservation == null ? "MINUTES_APPROVED_BY" : "RESERVATION_MADE", account, reservation);
    }

    /** Whether anybody made a reservation. Closes the review: whoever said nothing has approved. */
    boolean reservationsMade(String meeting) {
        Minutes minutes = register.required(meeting);
        List<Review> given = reviews.of(meeting, minutes.edition());
        if (minutes.isInReview()) {
            approveBySilence(minutes, given);
            minutes.closeReview();
            if (given.stream().noneMatch(Review::isReservation)) {
                papers.draftMinutes(meetings.required(meeting), minutes);
            }
            register.save(minutes);
        }
        return given.stream().anyMatch(Review::isReservation);
    }

    /** The review of these minutes is over: a later session approved them. */
    record Approved(String meeting) {}

    /** What a signed record decides about minutes of an earlier session ends their review (rule C5). */
    @EventListener
    void on(MeetingEvents.DecisionsSigned signed) {
        String session = signed.notice().reference();
        agendas.of(session).stream()
                .filter(each -> each.outcome() == ItemOutcome.DECIDED || each.outcome() == ItemOutcome.NOTED)
                .filter(each -> each.proposedBy() == null)
                .flatMap(each -> previous.approvedBy(each.matter()).stream())
                .forEach(each -> approveIn(session, each));
    }

    private void approveIn(String session, String earlier) {
        meetings.takeTurn(earlier);
        Minutes minutes = register.required(earlier);
        if (minutes.isInReview()) {
            minutes.approveIn(session, clock.instant());
            register.save(minutes);
            history.add(earlier, "MINUTES_APPROVED_IN_SESSION", null, session);
            events.publishEvent(new Approved(earlier));
        }
    }

    @Transactional(readOnly = true)
    List<Review> reservations(String meeting) {
        return reviews.of(meeting, register.required(meeting).edition()).stream()
                .filter(Review::isReservation)
                .toList();
    }

    /**
     * Every reservation gets an answer; one that is followed may alter the decision of its item. What is put up for
     * signature then is drafted anew, with the answers.
     *
     * @param problems what was wrong with the answers already when they were read; refused with the rest
     */
    void resolve(String reference, List<Resolution> resolutions, Problems problems, String by) {
        Map<String, Review> made =
                reservations(reference).stream().collect(Collectors.toMap(Review::account, Function.identity()));
        Set<String> open = new LinkedHashSet<>(made.keySet());
        for (Resolution each : resolutions) {
            Review reservation = open.remove(each.account()) ? made.get(each.account()) : null;
            problems.check(() -> check(reference, each, reservation));
        }
        open.forEach(each -> problems.add(CommitteeRefusal.because("reservationUnanswered", facts.nameOf(each))));
        checkAlteredOnce(resolutions, made, problems);
        problems.refuse();
        Minutes minutes = register.required(reference);
        history.add(reference, "RESERVATIONS_RESOLVED", by, String.valueOf(resolutions.size()));
        resolutions.forEach(each -> answer(minutes, Objects.requireNonNull(made.get(each.account())), each, by));
        Meeting meeting = meetings.required(reference);
        if (resolutions.stream().anyMatch(each -> each.alteredDecision() != null)) {
            minutes.alterDecisions();
            papers.draftDecisionRecord(meeting);
        }
        papers.draftMinutes(meeting, minutes);
        register.save(minutes);
    }

    private void approveBySilence(Minutes minutes, List<Review> given) {
        Set<String> answered = given.stream().map(Review::account).collect(Collectors.toSet());
        Instant end = minutes.silenceEndsAt().orElseThrow();
        List<Review> silent = reviewers(minutes.meeting()).stream()
                .filter(each -> !answered.contains(each))
                .map(each -> Review.silent(each, end))
                .toList();
        if (!silent.isEmpty()) {
            reviews.add(minutes.meeting(), minutes.edition(), silent);
            history.addAll(
                    minutes.meeting(),
                    "MINUTES_APPROVED_BY_SILENCE",
                    silent.stream().map(Review::account).toList());
        }
    }

    private void check(String meeting, Resolution given, @Nullable Review reservation) {
        String author = facts.nameOf(given.account());
        if (reservation == null) {
            throw CommitteeRefusal.because("noSuchReservation", author);
        }
        if (given.accepted() == null || given.reply() == null) {
            throw CommitteeRefusal.because("reservationUnanswered", author);
        }
        requireItem(meeting, given.item());
        Integer position = position(reservation, given);
        if (given.alteredDecision() != null && given.accepted() && position == null) {
            throw CommitteeRefusal.because("itemToAlterMissing", author);
        }
        boolean alterable = given.accepted() && concerned(meeting, position).isPresent();
        if (given.alteredDecision() != null && !alterable) {
            throw CommitteeRefusal.because("noDecisionToAlter", author);
        }
    }

    /** Two reservations on one item may both be followed, with one new text of its decision. */
    private static void checkAlteredOnce(List<Resolution> resolutions, Map<String, Review> made, Problems problems) {
        resolutions.stream()
                .filter(each -> each.alteredDecision() != null && made.containsKey(each.account()))
                .map(each -> position(Objects.requireNonNull(made.get(each.account())), each))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((position, times) -> {
                    if (times > 1) {
                        problems.add(CommitteeRefusal.because("decisionAlteredTwice", position));
                    }
                });
    }

    private void answer(Minutes minutes, Review reservation, Resolution given, String by) {
        reviews.answer(
                minutes.meeting(),
                minutes.edition(),
                given.account(),
                Objects.requireNonNull(given.accepted()),
                Objects.requireNonNull(given.reply()),
                position(reservation, given));
        if (given.alteredDecision() != null) {
            Decision concerned =
                    concerned(minutes.meeting(), position(reservation, given)).orElseThrow();
            decisions.alter(concerned, given.alteredDecision(), clock.instant());
            history.add(minutes.meeting(), "DECISION_ALTERED", by, concerned.reference());
        }
    }

    private void requireItem(String meeting, @Nullable Integer position) {
        if (position != null && agendas.of(meeting).stream().noneMatch(each -> each.position() == position)) {
            throw CommitteeRefusal.because("unknownItem", position);
        }
    }

    /** The item that its author named, else the one that the secretary chose. */
    private static @Nullable Integer position(Review reservation, Resolution given) {
        return reservation.position() == null ? given.item() : reservation.position();
    }

    private Optional<Decision> concerned(String meeting, @Nullable Integer position) {
        return decisions.of(meeting).stream()
                .filter(each -> position != null && each.position() == position)
                .findFirst();
    }
}
