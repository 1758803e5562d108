package ma.tansiq.committee.meeting;

import java.util.List;
import java.util.Optional;
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

    /** The matter, if it is on that meeting's agenda or waits for it. */
    @Query("""
            select s.* from matter s join meeting m on m.reference = :meeting
            where s.reference = :matter
              and (s.status = 'BACKLOG' and s.body = m.body
                   or exists (select 1 from agenda_item i where i.meeting = m.reference and i.matter = s.reference))""")
    Optional<Matter> comingBefore(String meeting, String matter);

    /** What is put to the members of that body in writing, or waits to be ratified there. */
    @Query("select * from matter where body = :body and status = 'CONSULTED' order by reference")
    List<Matter> consultedIn(String body);

    boolean existsByOrigin(String origin);

    /** The open matter whose origin begins so. */
    @Query("select * from matter where origin like :origin || '%' and status <> 'CLOSED' order by created_at limit 1")
    Optional<Matter> openFrom(String origin);
}
