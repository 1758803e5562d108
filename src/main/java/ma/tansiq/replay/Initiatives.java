package ma.tansiq.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.committee.body.Groups;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.consultation.ConsultationManagement;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingPlan;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.meeting.Opening;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What people begin by themselves, where no task asks them: the first session of each body, sessions beside the cadence,
 * the one that only a decision convenes, sessions that move or fall through, other cadences, interims.
 */
@Component
@Profile("replay")
class Initiatives {

    private static final String COORDINATORS = "coordinator";

    /** A period shorter than this ends before the head of government would convene anybody. */
    private static final int SHORTEST_FOR_A_DECISION = 200;

    private final ReplayPlan plan;
    private final Chance chance;
    private final Diary diary;
    private final Acts acts;
    private final Accounts accounts;
    private final Bodies bodies;
    private final BodyManagement management;
    private final Meetings meetings;
    private final MeetingManagement sessions;
    private final Matters matters;
    private final ConsultationManagement consultations;
    private final Slots slots;
    private final Chairs chairs;
    private final Absences absences;
    private final WorkingDays workingDays;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Initiatives(
            ReplayPlan plan,
            Chance chance,
            Diary diary,
            Acts acts,
            Accounts accounts,
            Bodies bodies,
            BodyManagement management,
            Meetings meetings,
            MeetingManagement sessions,
            Matters matters,
            ConsultationManagement consultations,
            Slots slots,
            Chairs chairs,
            Absences absences,
            WorkingDays workingDays,
            Clock clock) {
        this.plan = plan;
        this.chance = chance.about("initiatives");
        this.diary = diary;
        this.acts = acts;
        this.accounts = accounts;
        this.bodies = bodies;
        this.management = management;
        this.meetings = meetings;
        this.sessions = sessions;
        this.matters = matters;
        this.consultations = consultations;
        this.slots = slots;
        this.chairs = chairs;
        this.absences = absences;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Notes what people will begin in the period. */
    void note() {
        for (Body body : bodies.all()) {
            if (body.meetsByDecision()) {
                noteDecision(body);
            } else {
                noteFirstSession(body);
                noteExtraSession(body);
                noteConsultation(body);
                noteCadence(body);
            }
            noteInterims(body);
        }
    }

    /** Nobody waits for a cadence to begin: the year starts with a session, sooner or later. */
    private void noteFirstSession(Body body) {
        int spare = chance.about(body.code(), "first session").between(1, 24);
        diary.note(morning(workingDays.plus(plan.from(), spare)), () -> convene(body));
    }

    private void noteExtraSession(Body body) {
        Chance extra = chance.about(body.code(), "extra session");
        if (body.process() == MeetingProcess.PROGRAMME_COMMITTEE_MEETING && extra.happens(0.4)) {
            diary.note(morning(part(extra.about("when").between(0.25, 0.75))), () -> convene(body));
        }
    }

    /** What cannot wait for a session is put to the members in writing. */
    private void noteConsultation(Body body) {
        Chance written = chance.about(body.code(), "consultation");
        if (written.happens(0.45)) {
            diary.note(morning(part(written.about("when").between(0.2, 0.85))), () -> consult(body, written));
        }
    }

    private void consult(Body body, Chance of) {
        ConsultationManagement.Question question = new ConsultationManagement.Question(
                Words.decision(of),
                of.about("urgent").happens(0.25),
                "Échéance du partenaire",
                of.about("money").happens(0.3));
        matters.backlogOf(body.code()).stream()
                .findFirst()
                .ifPresent(matter -> holder(Groups.secretaryGroup(body.code()))
                        .ifPresent(secretary ->
                                acts.as(secretary, () -> consultations.open(matter.reference(), question, secretary))));
    }

    /** Its secretary opens a meeting, unless one is open already. */
    private void convene(Body body) {
        if (meetings.nextOpen(body.code()).isEmpty()) {
            holder(Groups.secretaryGroup(body.code()))
                    .ifPresent(secretary ->
                            acts.as(secretary, () -> sessions.open(body.code(), Opening.FIRST, secretary)));
        }
    }

    /** The head of government decides that it meets, and a coordinator convenes it. */
    private void noteDecision(Body body) {
        if (plan.days() >= SHORTEST_FOR_A_DECISION) {
            Chance decision = chance.about(body.code(), "decision");
            LocalDate decided = part(decision.between(0.58, 0.68));
            String reference = "%d/CG/%d".formatted(decision.about("number").between(10, 900), decided.getYear());
            diary.note(
                    morning(workingDays.plus(decided, 1)),
                    () -> holder(COORDINATORS)
                            .ifPresent(coordinator -> acts.as(
                                    coordinator,
                                    () -> sessions.openByDecision(
                                            body.code(), reference, decided.toString(), coordinator))));
        }
    }

    /** Some committees find that they should meet more often than was assumed, some less. */
    private void noteCadence(Body body) {
        Chance other = chance.about(body.code(), "cadence");
        int months =
                body.cadencePeriod().map(period -> (int) period.toTotalMonths()).orElse(0);
        if (body.process() == MeetingProcess.PROGRAMME_COMMITTEE_MEETING && months > 1 && other.happens(0.3)) {
            int changed = other.about("which").happens(0.6) ? months - 1 : months + 1;
            diary.note(
                    morning(workingDays.plus(plan.from(), other.about("when").between(3, 15))),
                    () -> administrator()
                            .ifPresent(by -> acts.as(
                                    by,
                                    () -> management.changeCadence(
                                            body.code(),
                                            body.cadence() == null ? "" : body.cadence(),
                                            "" + changed,
                                            "À la demande de l’instance",
                                            by))));
        }
    }

    private void noteInterims(Body body) {
        chairs.of(body.code(), plan.from())
                .ifPresent(chair -> absences.of(chair).stream()
                        .filter(Absences.Absence::isLong)
                        .forEach(absence -> noteInterim(body, absence)));
    }

    private void noteInterim(Body body, Absences.Absence absence) {
        int number = chance.about(body.code(), "act").between(10, 99);
        String act = "Décision n° %d/%d".formatted(number, absence.first().getYear());
        LocalDate known = workingDays.plus(absence.first(), -4);
        diary.note(
                morning(known.isBefore(plan.from()) ? plan.from() : known),
                () -> chairs.interim(body.code(), absence)
                        .ifPresent(interim -> administrator()
                                .ifPresent(by -> acts.as(
                                        by,
                                        () -> management.nameInterim(
                                                body.code(), interim, act, absence.first(), absence.last(), by)))));
    }

    /** A convoked session may move, or fall through. */
    @EventListener
    void on(MeetingEvents.Convened convened) {
        String reference = convened.notice().reference();
        Chance later = chance.about(reference, "later");
        Instant days = morning(workingDays.plus(today(), later.about("when").between(1, 4)));
        if (later.happens(0.07)) {
            diary.note(days, () -> ifAhead(reference, meeting -> move(meeting, later)));
        } else if (later.about("cancelled").happens(0.02)) {
            diary.note(days, () -> ifAhead(reference, this::cancel));
        }
    }

    private void ifAhead(String reference, java.util.function.Consumer<Meeting> deed) {
        meetings.ahead(clock.instant()).stream()
                .filter(each -> each.reference().equals(reference))
                .findFirst()
                .ifPresent(deed);
    }

    private void move(Meeting meeting, Chance of) {
        LocalDate day = workingDays.plus(
                workingDays.dayOf(meeting.startsAt()), of.about("days").between(2, 6));
        Instant start = slots.from(day, meeting.body(), of, 0);
        String reason = "Empêchement de plusieurs membres";
        MeetingPlan moved = new MeetingPlan(start, start.plus(Slots.LENGTH), Words.place(of), null, reason, true);
        holder(Groups.secretaryGroup(meeting.body()))
                .ifPresent(secretary ->
                        acts.as(secretary, () -> sessions.reschedule(meeting.reference(), moved, reason, secretary)));
    }

    private void cancel(Meeting meeting) {
        holder(Groups.secretaryGroup(meeting.body()))
                .ifPresent(secretary ->
                        acts.as(secretary, () -> sessions.cancel(meeting.reference(), "Reportée sine die", secretary)));
    }

    private Optional<String> administrator() {
        return holder(Accounts.ADMINISTRATORS);
    }

    private Optional<String> holder(String group) {
        return accounts.membersOf(group).stream().map(Account::id).findFirst();
    }

    private LocalDate part(double fraction) {
        return workingDays.plus(plan.from().plusDays((long) (plan.days() * fraction)), 0);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant morning(LocalDate day) {
        return workingDays.opening(workingDays.plus(day, 0)).plusSeconds(1800);
    }
}
