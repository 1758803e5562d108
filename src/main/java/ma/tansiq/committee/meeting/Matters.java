package ma.tansiq.committee.meeting;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All matters. */
public interface Matters extends ListCrudRepository<Matter, String> {

    /** Allots the next number of the year; concurrent callers wait for each other until their transactions end. */
    @Query("select pg_advisory_xact_lock(hashtext('matter')) is not null")
    boolean lockNumbering();

    @Query("select coalesce(max(number), 0) + 1 from matter where year = :year")
    int nextNumber(int year);

    /** What waits for the body's next agenda, oldest first. */
    @Query("select * from matter where body = :body and status = 'BACKLOG' order by created_at, reference")
    List<Matter> backlogOf(String body);

    boolean existsByOrigin(String origin);
}
