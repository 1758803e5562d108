package ma.tansiq.committee.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.Holiday;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.committee.meeting.RequiredText;
import ma.tansiq.committee.meeting.WrittenQuestion;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A matter put to the members in writing, from the question to its ratification (rule B7). */
@Component
@Transactional
public class ConsultationManagement {

    private static final int LONGEST_PROPOSAL = 10_000;
    private static final int LONGEST_MOTIVE = 2_000;
    private static final int BEFORE_TIMERS = 0;

    private final Consultations consultations;
    private final ConsultationAnswers answers;
    private final ConsultationRules rules;
    private final Matters matters;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Permissions permissions;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ConsultationManagement(
            Consultations consultations,
            ConsultationAnswers answers,
            ConsultationRules rules,
            Matters matters,
            Bodies bodies,
            Memberships memberships,
            Permissions permissions,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consultations = consultations;
        this.answers = answers;
        this.rules = rules;
        this.matters = matters;
        this.bodies = bodies;
        this.memberships = memberships;
        this.permissions = permissions;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the secretary puts to the members.
     *
     * @param urgent whether the shorter period applies, which needs a motive
     * @param money whether it commits an expense
     */
    public record Question(String proposal, boolean urgent, String motive, boolean money) {}

    /** The process begins. */
    record Begun(String consultation) {}

    /** Nobody is asked any more. */
    record Withdrawn(String consultation) {}

    /** The session after an agreement is held. */
    record SessionHeld(String consultation) {}

    /**
     * Asks the voting members of the matter's body, who are those of that day.
     *
     * @param by account of the body's secretary, or of a coordinator
     * @return reference of the consultation
     */
    public String open(String matter, Question question, String by) {
        Matter asked = matters.findById(matter).orElseThrow(() -> CommitteeRefusal.because("unknownMatter", matter));
        permissions.requireSecretary(asked.body(), by);
        check(asked, question);
        Body body = bodies.find(asked.body()).orElseThrow();
        List<String> members = memberships.votingMembers(body, LocalDate.now(clock)).stream()
                .map(Membership::account)
                .map(Objects::requireNonNull)
                .toList();
        if (members.isEmpty()) {
            throw CommitteeRefusal.because("nobodyToConsult", body.code());
        }
        asked.consult();
        matters.save(asked);
        Consultation consultation = consultations.save(opened(asked, question, by));
        answers.ask(consultation.reference(), members);
        events.publishEvent(new AgendaManagement.BacklogChanged(asked.body()));
        events.publishEvent(new Begun(consultation.reference()));
        events.publishEvent(new ConsultationEvents.Opened(
                question(consultation, asked),
                consultation.endsAt(),
                rules.silenceAgrees(consultation),
                consultation.urgencyMotive().orElse(null)));
        return consultation.reference();
    }

    private static void check(Matter asked, Question question) {
        Problems problems = new Problems();
        if (asked.isSecret()) {
            problems.add(CommitteeRefusal.because("secretNotConsulted", asked.reference()));
        }
        problems.check(() -> RequiredText.of(question.proposal(), "proposal", LONGEST_PROPOSAL));
        if (question.urgent()) {
            problems.check(() -> RequiredText.of(question.motive(), "urgency", LONGEST_MOTIVE));
        }
        problems.refuse();
    }

    private Consultation opened(Matter asked, Question question, String by) {
        Instant now = clock.instant();
        int year = LocalDate.ofInstant(now, LegalTime.ZONE).getYear();
        consultations.lockBody(asked.body());
        int number = consultations.nextNumber(asked.body(), year);
        return new Consultation(
                "%s-%d-C%02d".formatted(asked.body(), year, number),
                asked.body(),
                year,
                number,
                asked.reference(),
                asked.textVersion(),
                question.proposal().strip(),
                question.urgent() ? question.motive().strip() : null,
                question.money(),
                by,
                now,
                workingDays.deadlineAfter(now, rules.workingDays(question.urgent(), question.money())));
    }

    /** @param comment why; an objection needs one */
    void answer(String reference, ConsultationAnswer.Choice choice, @Nullable String comment, String by) {
        consultations.required(reference).requireOpen();
        if (!answers.answer(reference, by, choice, comment, clock.instant())) {
            throw CommitteeRefusal.because("notConsulted", reference);
        }
    }

    /**
     * Stops asking, as long as there is no outcome.
     *
     * @param by account of the body's secretary, or of a coordinator
     */
    public void withdraw(String reference, String motive, String by) {
        Consultation consultation = consultations.toChange(reference);
        permissions.requireSecretary(consultation.body(), by);
        consultation.withdraw(RequiredText.of(motive, "withdrawal", LONGEST_MOTIVE), by, clock.instant());
        consultations.save(consultation);
        back(consultation);
        events.publishEvent(new Withdrawn(reference));
    }

    void announceWithdrawal(String reference) {
        tell(consultations.required(reference));
    }

    /** Whether nobody objected, and everybody answered unless silence agrees. */
    @Transactional(readOnly = true)
    boolean suffices(String reference) {
        boolean silenceAgrees = rules.silenceAgrees(consultations.required(reference));
        return answers.of(reference).stream().allMatch(each -> each.choice() == null ? silenceAgrees : !each.objects());
    }

    void agree(String reference) {
        Consultation consultation = consultations.required(reference);
        consultation.agree(clock.instant());
        tell(consultations.save(consultation));
    }

    void bringToSession(String reference) {
        Consultation consultation = consultations.required(reference);
        consultation.fail(objected(reference), clock.instant());
        back(consultation);
        tell(consultations.save(consultation));
    }

    boolean objected(String reference) {
        return answers.of(reference).stream().anyMatch(ConsultationAnswer::objects);
    }

    /** The next session is the first that starts after the agreement and whose record of decisions is signed. */
    @EventListener
    void on(MeetingEvents.DecisionsSigned signed) {
        MeetingNotice held = signed.notice();
        consultations.awaiting(held.bodyCode(), held.startsAt()).forEach(each -> {
            each.comesBefore(held.reference());
            consultations.save(each);
            events.publishEvent(new SessionHeld(each.reference()));
        });
    }

    /** The session took note of the agreement: the matter is closed. */
    void ratify(String reference) {
        Consultation consultation = consultations.required(reference);
        consultation.ratify(clock.instant());
        Matter matter = matters.findById(consultation.matter()).orElseThrow();
        matter.closed();
        matters.save(matter);
        tell(consultations.save(consultation));
    }

    void refuseRatification(String reference, String why) {
        Consultation consultation = consultations.required(reference);
        consultation.refuseRatification(why, clock.instant());
        back(consultation);
        tell(consultations.save(consultation));
    }

    /** It lasts as long as it would, had the calendar been so when it was opened, and never shorter than told (rule D2). */
    @Order(BEFORE_TIMERS)
    @EventListener({Holiday.HolidayMoved.class, Holiday.HolidayAdded.class, Holiday.HolidayWithdrawn.class})
    void calendarChanged() {
        consultations.open().stream().map(Consultation::reference).forEach(reference -> {
            Consultation each = consultations.toChange(reference);
            int days = rules.workingDays(each.urgencyMotive().isPresent(), each.money());
            each.prolong(workingDays.deadlineAfter(each.openedAt(), days));
            consultations.save(each);
        });
    }

    private void back(Consultation consultation) {
        Matter matter = matters.findById(consultation.matter()).orElseThrow();
        matter.consultationOver();
        matters.save(matter);
        events.publishEvent(new AgendaManagement.BacklogChanged(consultation.body()));
    }

    private void tell(Consultation consultation) {
        Matter matter = matters.findById(consultation.matter()).orElseThrow();
        events.publishEvent(new ConsultationEvents.Closed(
                question(consultation, matter),
                consultation.status(),
                consultation.remark().orElse(null)));
    }

    private WrittenQuestion question(Consultation consultation, Matter matter) {
        Stream<String> asked = answers.of(consultation.reference()).stream().map(ConsultationAnswer::account);
        Stream<String> secretaries =
                memberships.holders(consultation.body(), MemberRole.SECRETARY, LocalDate.now(clock)).stream()
                        .flatMap(each -> Stream.ofNullable(each.account()));
        return WrittenQuestion.about(
                matter,
                consultation.reference(),
                consultation.body(),
                Stream.concat(asked, secretaries).distinct().toList());
    }
}
