package ma.tansiq.committee;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.action.Actions;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Groups;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.consultation.Consultation;
import ma.tansiq.committee.consultation.Consultations;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.minutes.Minutes;
import ma.tansiq.committee.minutes.MinutesRegister;
import ma.tansiq.committee.opinion.OpinionRequest;
import ma.tansiq.committee.opinion.OpinionRequests;
import ma.tansiq.committee.progress.ProgressReport;
import ma.tansiq.committee.progress.ProgressReports;
import ma.tansiq.deadline.Anchor;
import ma.tansiq.deadline.DeadlineSubject;
import ma.tansiq.deadline.DeadlineSubjects;
import ma.tansiq.deadline.Rung;
import ma.tansiq.deadline.SubjectTitle;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.stereotype.Component;

/** Tells the deadline rules about meetings and actions: which level, which dates, who stands on which rung. */
@Component
class CommitteeDeadlines implements DeadlineSubjects {

    private final MeetingFacts facts;
    private final Actions actions;
    private final OncePerTransaction<String, Boolean> confidential = new OncePerTransaction<>();
    private final ProgressReports reports;
    private final Consultations consultations;
    private final OpinionRequests opinions;
    private final MinutesRegister minutes;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Accounts accounts;
    private final WorkingDays workingDays;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    CommitteeDeadlines(
            MeetingFacts facts,
            Actions actions,
            ProgressReports reports,
            Consultations consultations,
            OpinionRequests opinions,
            MinutesRegister minutes,
            Bodies bodies,
            Memberships memberships,
            Accounts accounts,
            WorkingDays workingDays,
            Clock clock) {
        this.workingDays = workingDays;
        this.facts = facts;
        this.actions = actions;
        this.reports = reports;
        this.consultations = consultations;
        this.opinions = opinions;
        this.minutes = minutes;
        this.bodies = bodies;
        this.memberships = memberships;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<DeadlineSubject> find(String businessKey) {
        return facts.find(businessKey)
                .map(meeting -> of(facts.body(businessKey), anchors(meeting)))
                .or(() -> actions.findById(businessKey)
                        .map(action -> new DeadlineSubject(
                                confidential.get(action.reference(), actions::isConfidential) ? "" : action.title(),
                                levelOf(action.body()),
                                anchors(action))))
                .or(() -> reports.findById(businessKey).map(this::subject))
                .or(() -> consultations.findById(businessKey).map(this::subject))
                .or(() -> opinions.findById(businessKey).map(this::subject));
    }

    /** A report is due before the session that it feeds. */
    private DeadlineSubject subject(ProgressReport report) {
        return of(bodies.find(report.body()).orElseThrow(), anchors(facts.meeting(report.review())));
    }

    private DeadlineSubject subject(Consultation consultation) {
        return of(bodies.find(consultation.body()).orElseThrow(), Map.of(Anchor.ANSWERS_CLOSE, consultation.endsAt()));
    }

    private DeadlineSubject subject(OpinionRequest request) {
        return of(bodies.find(request.body()).orElseThrow(), Map.of(Anchor.ANSWERS_CLOSE, request.dueAt()));
    }

    private static DeadlineSubject of(Body body, Map<Anchor, Instant> anchors) {
        return new DeadlineSubject(
                new SubjectTitle(body.nameFr(), body.nameAr(), body.nameEn()), body.rules(), anchors);
    }

    @Override
    public List<String> accountsOn(Rung rung, String businessKey) {
        String body = Groups.bodyOf(businessKey);
        return switch (rung) {
            case ASSIGNEE -> List.of();
            case SECRETARY -> holders(body, MemberRole.SECRETARY);
            case CHAIR -> holders(body, MemberRole.CHAIR);
            case PARENT_SECRETARIAT ->
                bodies.parentOf(body)
                        .map(parent -> holders(parent.code(), MemberRole.SECRETARY))
                        .orElse(List.of());
            case COORDINATOR ->
                accounts.membersOf("coordinator").stream().map(Account::id).toList();
        };
    }

    private String levelOf(String body) {
        return bodies.find(body).map(each -> each.rules()).orElse("CP");
    }

    private List<String> holders(String body, MemberRole role) {
        return memberships.holders(body, role, LocalDate.now(clock)).stream()
                .flatMap(each -> Optional.ofNullable(each.account()).stream())
                .toList();
    }

    /** A correction of sealed minutes counts from its opening, as the first draft does from the end of the session. */
    private Map<Anchor, Instant> anchors(Meeting meeting) {
        Map<Anchor, Instant> anchors = new EnumMap<>(Anchor.class);
        if (meeting.isPlanned()) {
            anchors.put(Anchor.SESSION_START, meeting.startsAt());
            anchors.put(Anchor.SESSION_END, meeting.endsAt());
        }
        if (meeting.status() == MeetingStatus.MINUTES_APPROVED) {
            minutes.findById(meeting.reference())
                    .flatMap(Minutes::openCorrectionSince)
                    .ifPresent(since -> anchors.put(Anchor.SESSION_END, since));
        }
        return anchors;
    }

    private Map<Anchor, Instant> anchors(Action action) {
        return Map.of(Anchor.ACTION_DUE, workingDays.close(action.dueOn()));
    }
}
