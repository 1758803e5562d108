package ma.tansiq.committee.progress;

import java.util.List;
import java.util.Optional;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All reports of programmes. */
public interface ProgressReports extends ListCrudRepository<ProgressReport, String> {

    /** What feeds that review, in the order of the programmes. */
    @Query("""
            select r.* from progress_report r join body b on b.code = r.body
            where r.review = :review order by b.position, b.code""")
    List<ProgressReport> ofReview(String review);

    /** The references of what feeds that review, in the order of the programmes. */
    @Query("""
            select r.reference from progress_report r join body b on b.code = r.body
            where r.review = :review order by b.position, b.code""")
    List<String> referencesOf(String review);

    /** Whether a meeting of that body other than this one, and not cancelled, asked for that quarter. */
    @Query("""
            select exists (select 1 from progress_report r join meeting m on m.reference = r.review
            where r.period = :period and m.body = :body and r.review <> :review and m.status <> 'CANCELLED')""")
    boolean askedByAnother(String period, String body, String review);

    /** What a review went on without, and which is still asked for although it is about an earlier quarter. */
    @Query("""
            select * from progress_report where body in (:bodies) and period < :period
            and closed_at is not null and validated_at is null and superseded_at is null""")
    List<ProgressReport> overdueBefore(String period, List<String> bodies);

    /** What arrived after its own review was consolidated, and before any later review of that body was. */
    @Query("""
            select r.* from progress_report r
              join progress_summary own on own.review = r.review
              join meeting fed on fed.reference = r.review
              join body b on b.code = r.body
             where fed.body = :body and r.review <> :review and r.validated_at > own.consolidated_at
               and not exists (select 1 from progress_summary later join meeting m on m.reference = later.review
                                where m.body = :body and later.consolidated_at > r.validated_at)
             order by r.period, b.position, b.code""")
    List<ProgressReport> arrivedSince(String body, String review);

    /** The latest validated one of that programme about an earlier quarter. */
    @Query("""
            select * from progress_report where body = :body and period < :period and validated_at is not null
            order by period desc limit 1""")
    Optional<ProgressReport> validatedBefore(String period, String body);

    /** The latest validated one of each of those programmes about an earlier quarter. */
    @Query("""
            select distinct on (body) * from progress_report
            where body in (:bodies) and period < :period and validated_at is not null order by body, period desc""")
    List<ProgressReport> validatedBefore(String period, List<String> bodies);

    default ProgressReport required(String reference) {
        return findById(reference).orElseThrow(() -> CommitteeRefusal.because("unknownReport", reference));
    }
}
