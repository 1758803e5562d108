package ma.tansiq.committee.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports of programmes from the request of a review to their validation, on time or late (rule C7). */
@Component
@Transactional
public class ProgressManagement {

    /** How long a review waits for reports while its session has no date: by then the next one is due. */
    private static final int MONTHS_WITHOUT_DATE = 3;

    private final ProgressReports reports;
    private final ProgressDetails details;
    private final Meetings meetings;
    private final Bodies bodies;
    private final MeetingRulesTable rules;
    private final WorkingDays workingDays;
    private final MeetingHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    ProgressManagement(
            ProgressReports reports,
            ProgressDetails details,
            Meetings meetings,
            Bodies bodies,
            MeetingRulesTable rules,
            WorkingDays workingDays,
            MeetingHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.details = details;
        this.meetings = meetings;
        this.bodies = bodies;
        this.rules = rules;
        this.workingDays = workingDays;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** A review went on without that report, which is still asked for. */
    record StaysDue(String report) {}

    /** The next quarter is asked for instead of the one of that report. */
    record Superseded(String report) {}

    /**
     * Asks every body below for the last quarter that has ended, unless another review did. What an earlier review went
     * on without is not asked for any more. Doing it again after a failure asks for nothing twice.
     */
    public void request(String review) {
        Meeting meeting = meetings.required(review);
        Quarter quarter = Quarter.of(LocalDate.now(clock)).previous();
        if (!reports.referencesOf(review).isEmpty()
                || reports.askedByAnother(quarter.toString(), meeting.body(), review)) {
            return;
        }
        List<String> below =
                bodies.childrenOf(meeting.body()).stream().map(Body::code).toList();
        if (below.isEmpty()) {
            return;
        }
        for (ProgressReport each : reports.overdueBefore(quarter.toString(), below)) {
            each.supersede(clock.instant());
            reports.save(each);
            events.publishEvent(new Superseded(each.reference()));
        }
        reports.saveAll(asked(below, quarter, review));
        history.add(review, "REPORTS_REQUESTED", null, quarter.toString());
    }

    private List<ProgressReport> asked(List<String> below, Quarter quarter, String review) {
        Instant now = clock.instant();
        Map<String, ProgressReport> known =
                reports
                        .findAllById(
                                below.stream().map(body -> body + "-" + quarter).toList())
                        .stream()
                        .collect(Collectors.toMap(ProgressReport::body, Function.identity()));
        List<ProgressReport> asked = new ArrayList<>();
        for (String body : below) {
            ProgressReport report = known.get(body);
            if (report == null) {
                report = ProgressReport.requested(body, quarter, review, now);
            } else {
                report.requestedAgain(review, now);
            }
            asked.add(report);
        }
        return asked;
    }

    /** What feeds that review, in the order of the programmes; empty when it asked for nothing. */
    @Transactional(readOnly = true)
    public List<String> referencesOf(String review) {
        return reports.referencesOf(review);
    }

    /**
     * When the review goes on with what is there: some working days before its session (table {@code MeetingRules}), and
     * never before the day after the request.
     */
    @Transactional(readOnly = true)
    public Instant cutOff(String review) {
        Meeting meeting = meetings.required(review);
        Instant requested = reports.ofReview(review).stream()
                .map(ProgressReport::requestedAt)
                .findFirst()
                .orElseGet(clock::instant);
        if (!meeting.isPlanned()) {
            return requested
                    .atZone(LegalTime.ZONE)
                    .plusMonths(MONTHS_WITHOUT_DATE)
                    .toInstant();
        }
        String level = bodies.find(meeting.body()).orElseThrow().rules();
        Instant before =
                workingDays.deadlineBefore(meeting.startsAt(), rules.of(level).reportsCutOff());
        Instant earliest = workingDays.deadlineAfter(requested, 1);
        return before.isAfter(earliest) ? before : earliest;
    }

    void submit(String reference, ProgressContents contents, String by) {
        ProgressReport report = reports.required(reference);
        report.submit(contents.narrative(), contents.risks(), by, clock.instant());
        reports.save(report);
        details.keep(reference, contents);
        history.add(report.review(), "REPORT_SUBMITTED", by, reference);
    }

    void validate(String reference, Validation how, String by) {
        ProgressReport report = reports.required(reference);
        report.validate(how, by, clock.instant());
        reports.save(report);
        history.add(
                report.review(),
                report.standing() == Standing.FED_LATE ? "REPORT_VALIDATED_LATE" : "REPORT_VALIDATED",
                by,
                reference);
    }

    void returnForChange(String reference, String remark, String by) {
        ProgressReport report = reports.required(reference);
        report.returnForChange(remark);
        reports.save(report);
        history.add(report.review(), "REPORT_RETURNED", by, reference);
    }

    /** The review waits no longer; what is missing stays due, and will be marked late. */
    public void close(String review) {
        List<ProgressReport> all = reports.ofReview(review);
        all.forEach(each -> each.close(clock.instant()));
        reports.saveAll(all);
        List<ProgressReport> missing =
                all.stream().filter(each -> !each.isValidated()).toList();
        missing.forEach(each -> events.publishEvent(new StaysDue(each.reference())));
        history.add(review, "REPORTS_CLOSED", null, (all.size() - missing.size()) + "/" + all.size());
    }
}
