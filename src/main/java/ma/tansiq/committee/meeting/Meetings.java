package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All meetings. */
public interface Meetings extends ListCrudRepository<Meeting, String> {

    /** Numbers are allotted one at a time per body: the caller's transaction holds the body's row. */
    @Query("select code from body where code = :body for update")
    String lockBody(String body);

    @Query("select coalesce(max(number), 0) + 1 from meeting where body = :body and year = :year")
    int nextNumber(String body, int year);

    default Meeting required(String reference) {
        return findById(reference).orElseThrow(() -> CommitteeRefusal.unknownMeeting(reference));
    }

    /** The meeting, for a page that changes it: whoever is changing it, by a task or another page, comes first. */
    default Meeting toChange(String reference) {
        takeTurn(reference);
        return required(reference);
    }

    @Query("select take_turn(:reference)::text")
    String takeTurn(String reference);

    /** Sessions that are still to take place after that instant, the next first. */
    @Query("""
            select * from meeting
            where status in ('PLANNED', 'CONVENED') and starts_at >= :from order by starts_at, reference""")
    List<Meeting> ahead(Instant from);

    /** The body's first session that was held between those instants, the second excluded. */
    @Query("""
            select * from meeting
            where body = :body and (status in ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED') or sitting > 1)
              and coalesce((select s.starts_at from sitting s where s.meeting = reference and s.number = 1), starts_at)
                  between :from and cast(:until as timestamptz) - interval '1 microsecond'
            order by starts_at limit 1""")
    Optional<Meeting> firstHeld(String body, Instant from, Instant until);

    /** The body's last session that was held before that instant. */
    @Query("""
            select * from meeting
            where body = :body and status in ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED') and starts_at < :until
            order by starts_at desc limit 1""")
    Optional<Meeting> lastHeld(String body, Instant until);

    /** Whether a session of the body between those instants, the second excluded, is neither recorded nor called off. */
    @Query("""
            select exists (select from meeting
                            where body = :body and status in ('PLANNED', 'CONVENED')
                              and starts_at >= :from and starts_at < :until)""")
    boolean awaitsRecord(String body, Instant from, Instant until);

    /** The body's meeting that is to be held next; those without a date come last. */
    @Query("""
            select * from meeting
            where body = :body and status in ('OPENED', 'PLANNED', 'CONVENED')
            order by starts_at nulls last, opened_at, reference limit 1""")
    Optional<Meeting> nextOpen(String body);

    /** All of the body's meetings that are still to be held, the earliest opened first. */
    @Query("""
            select * from meeting
            where body = :body and status in ('OPENED', 'PLANNED', 'CONVENED') order by opened_at, reference""")
    List<Meeting> openOf(String body);

    /** The body's last recorded session before that one. */
    @Query("""
            select * from meeting
            where body = :body and reference <> :reference and status in ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')
            order by starts_at desc limit 1""")
    Optional<Meeting> previousOf(String body, String reference);
}
