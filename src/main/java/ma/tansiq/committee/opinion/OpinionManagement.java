package ma.tansiq.committee.opinion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.consultation.ConsultationEvents;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.RequiredText;
import ma.tansiq.committee.meeting.WrittenQuestion;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking ministries and partners what they think of a matter, until a date (rule B6). */
@Component
@Transactional
public class OpinionManagement {

    private static final int LONGEST_QUESTION = 5_000;
    private static final int LONGEST_MOTIVE = 2_000;
    private static final int LONGEST_PERIOD = 90;

    private final OpinionRequests requests;
    private final Advisers advisers;
    private final Matters matters;
    private final Memberships memberships;
    private final Permissions permissions;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpinionManagement(
            OpinionRequests requests,
            Advisers advisers,
            Matters matters,
            Memberships memberships,
            Permissions permissions,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.advisers = advisers;
        this.matters = matters;
        this.memberships = memberships;
        this.permissions = permissions;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    /** The process begins. */
    record Begun(String request) {}

    /** The adviser is not asked any more. */
    record CalledOff(String request) {}

    /**
     * Asks one adviser.
     *
     * @param adviser account of a person with a seat, or the office of a secretariat, {@code CP2-secretary}
     * @param until last day to answer, until the close of business; null when none was given
     * @param by account of the secretary of the body that the matter is before, or of a coordinator
     * @return reference of the request
     */
    public String request(String matter, String adviser, String question, @Nullable LocalDate until, String by) {
        Matter asked = matters.findById(matter).orElseThrow(() -> CommitteeRefusal.because("unknownMatter", matter));
        permissions.requireSecretary(asked.body(), by);
        if (asked.isClosed()) {
            throw CommitteeRefusal.because("matterClosed", matter);
        }
        Problems problems = new Problems();
        problems.check(() -> checkAdviser(asked, adviser));
        problems.check(() -> RequiredText.of(question, "question", LONGEST_QUESTION));
        problems.check(() -> checkDay(until));
        problems.refuse();
        requests.lockBody(asked.body());
        if (requests.asks(matter, adviser)) {
            throw CommitteeRefusal.because("opinionAsked", matter);
        }
        OpinionRequest request = requests.save(opened(asked, adviser, question.strip(), day(until), by));
        events.publishEvent(new Begun(request.reference()));
        events.publishEvent(
                new OpinionEvents.Requested(question(request, asked, advisers.accountsOf(request)), request.dueAt()));
        return request.reference();
    }

    /** Whoever may not know the matter is not asked about it (rule B8). */
    private void checkAdviser(Matter asked, String adviser) {
        boolean office = advisers.isOffice(adviser);
        if (!office && !advisers.isPerson(adviser)) {
            throw CommitteeRefusal.because(adviser.isBlank() ? "missing.adviser" : "unknownAdviser", adviser);
        }
        if (asked.isConfidential()) {
            boolean ofBody = office
                    ? adviser.startsWith(asked.body() + "-")
                    : memberships.bodiesOf(adviser, LocalDate.now(clock)).contains(asked.body());
            if (!ofBody || asked.isSecret()) {
                throw CommitteeRefusal.because("opinionOfStranger", asked.reference());
            }
        }
    }

    private void checkDay(@Nullable LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = day(until);
        if (!last.isAfter(today) || !workingDays.isWorkingDay(last) || last.isAfter(today.plusDays(LONGEST_PERIOD))) {
            throw CommitteeRefusal.because("opinionDay", FormTexts.date(last), LONGEST_PERIOD);
        }
    }

    private static LocalDate day(@Nullable LocalDate until) {
        if (until == null) {
            throw CommitteeRefusal.because("missing.opinionDay");
        }
        return until;
    }

    private OpinionRequest opened(Matter asked, String adviser, String question, LocalDate until, String by) {
        Instant now = clock.instant();
        int year = LocalDate.ofInstant(now, LegalTime.ZONE).getYear();
        int number = requests.nextNumber(asked.body(), year);
        boolean office = advisers.isOffice(adviser);
        return new OpinionRequest(
                "%s-%d-AV%02d".formatted(asked.body(), year, number),
                asked.body(),
                year,
                number,
                asked.reference(),
                office ? null : adviser,
                office ? adviser : null,
                question,
                by,
                now,
                workingDays.close(until));
    }

    void give(String reference, OpinionRequest.Position position, String opinion, String by) {
        OpinionRequest request = requests.required(reference);
        request.give(position, opinion, by, clock.instant());
        requests.save(request);
    }

    void announceOpinion(String reference) {
        tellSecretaries(requests.required(reference), true);
    }

    /** The date has passed. */
    void noteNoOpinion(String reference) {
        OpinionRequest request = requests.required(reference);
        request.expire(clock.instant());
        tellSecretaries(requests.save(request), false);
    }

    /** @param by account of the secretary of the body that asked, or of a coordinator */
    public void withdraw(String reference, String motive, String by) {
        OpinionRequest request = requests.toChange(reference);
        permissions.requireSecretary(request.body(), by);
        withdraw(request, RequiredText.of(motive, "opinionWithdrawal", LONGEST_MOTIVE));
    }

    /** Nobody is asked about a matter that a session has dealt with, or that was withdrawn there. */
    @EventListener
    void on(MeetingEvents.DecisionsSigned signed) {
        withdrawPointless();
    }

    @EventListener
    void on(ConsultationEvents.Closed closed) {
        withdrawPointless();
    }

    private void withdrawPointless() {
        requests.pointless().forEach(each -> withdraw(requests.toChange(each), ""));
    }

    private void withdraw(OpinionRequest request, String motive) {
        request.withdraw(motive, clock.instant());
        requests.save(request);
        events.publishEvent(new CalledOff(request.reference()));
    }

    void announceWithdrawal(String reference) {
        OpinionRequest request = requests.required(reference);
        Matter matter = matters.findById(request.matter()).orElseThrow();
        events.publishEvent(new OpinionEvents.Withdrawn(
                question(request, matter, advisers.accountsOf(request)),
                request.remark().orElse("")));
    }

    private void tellSecretaries(OpinionRequest request, boolean given) {
        Matter matter = matters.findById(request.matter()).orElseThrow();
        List<String> secretaries =
                memberships.holders(request.body(), MemberRole.SECRETARY, LocalDate.now(clock)).stream()
                        .flatMap(each -> Stream.ofNullable(each.account()))
                        .toList();
        events.publishEvent(new OpinionEvents.Answered(question(request, matter, secretaries), given));
    }

    private static WrittenQuestion question(OpinionRequest request, Matter matter, List<String> recipients) {
        return WrittenQuestion.about(matter, request.reference(), request.body(), recipients);
    }
}
