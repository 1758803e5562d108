package ma.tansiq.committee.progress;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.committee.matter.MatterManagement;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.committee.progress.ProgressContents.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretariat of the review sums the quarter up, and takes up what programmes ask to be settled (rule C7). */
@Component
@Transactional
public class Consolidation {

    private final ProgressReports reports;
    private final ProgressDetails details;
    private final MatterManagement matters;
    private final Meetings meetings;
    private final MeetingHistory history;
    private final JdbcClient database;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Consolidation(
            ProgressReports reports,
            ProgressDetails details,
            MatterManagement matters,
            Meetings meetings,
            MeetingHistory history,
            JdbcClient database,
            Clock clock) {
        this.reports = reports;
        this.details = details;
        this.matters = matters;
        this.meetings = meetings;
        this.history = history;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A request of a programme that nobody has taken up.
     *
     * @param ordinal 1, 2, … in the report
     */
    record OpenRequest(String report, int ordinal, String body, Request request) {

        /** Its name in forms. */
        String key() {
            return report + "." + ordinal;
        }
    }

    /** What the secretariat wrote of the quarter. */
    public record Summary(String text, String consolidatedBy, Instant consolidatedAt) {}

    /** What programmes ask for: in reports that came too late for the last consolidation, then in those of this quarter. */
    @Transactional(readOnly = true)
    List<OpenRequest> requests(String review) {
        String body = meetings.required(review).body();
        List<ProgressReport> validated = Stream.concat(
                        reports.arrivedSince(body, review).stream(),
                        reports.ofReview(review).stream().filter(ProgressReport::isValidated))
                .toList();
        Map<String, ProgressContents> contents = details.of(validated);
        return validated.stream()
                .flatMap(each -> open(
                        each,
                        Objects.requireNonNull(contents.get(each.reference())).requests()))
                .toList();
    }

    private static Stream<OpenRequest> open(ProgressReport report, List<Request> requests) {
        return IntStream.range(0, requests.size())
                .filter(i -> requests.get(i).matter() == null)
                .mapToObj(i -> new OpenRequest(report.reference(), i + 1, report.body(), requests.get(i)));
    }

    /**
     * Keeps the summary, and makes each request that is taken up a matter of the programme committee that waits for the
     * agenda of the body above: what is decided of it returns to the programme as an extract (rule B3).
     *
     * @param takenUp keys of requests
     */
    void consolidate(String review, String text, List<String> takenUp, String by) {
        String body = meetings.required(review).body();
        List<OpenRequest> open = requests(review);
        for (String key : takenUp) {
            OpenRequest request = open.stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> CommitteeRefusal.because("unknownRequest", key));
            takeUp(review, body, request, by);
        }
        database.sql("""
                        insert into progress_summary (review, text, consolidated_by, consolidated_at)
                        values (:review, :text, :by, :at)""")
                .param("review", review)
                .param("text", text)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        history.add(review, "PROGRESS_CONSOLIDATED", by, String.valueOf(takenUp.size()));
    }

    private void takeUp(String review, String above, OpenRequest open, String by) {
        String matter = matters.raise(
                open.body(), above, open.request().title(), open.request().text(), review, by);
        details.takeUp(open.report(), open.ordinal(), matter);
    }

    /** What the secretariat wrote for that review; empty before. */
    @Transactional(readOnly = true)
    public Optional<Summary> of(String review) {
        return database.sql(
                        "select text, consolidated_by, consolidated_at from progress_summary where review = :review")
                .param("review", review)
                .query(Summary.class)
                .optional();
    }
}
