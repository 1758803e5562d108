package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The bodies of the strategy. */
public interface Bodies extends Repository<Body, String> {

    String BODY = "select b.*, l.rules, l.process from body b join body_level l on l.code = b.level ";

    @Query(BODY + "where b.code = :code")
    Optional<Body> find(String code);

    /** All bodies, programme committees first, by number. */
    @Query(BODY + "order by b.position, b.code")
    List<Body> all();

    @Query(BODY + "join body child on child.parent = b.code where child.code = :code")
    Optional<Body> parentOf(String code);

    /** Those under it that meet: not those that an act closed. */
    @Query(BODY + "where b.parent = :code and b.closed_on is null order by b.position, b.code")
    List<Body> childrenOf(String code);

    /** The committees of that programme. */
    @Query(BODY + "where b.programme = :programme order by b.position, b.code")
    List<Body> ofProgramme(int programme);

    /** Those that an act closed. */
    @Query(BODY + "where b.closed_on is not null order by b.position, b.code")
    List<Body> closed();

    /** Those that body takes over from. */
    @Query(BODY + "where b.successor = :code order by b.position, b.code")
    List<Body> closedInto(String code);

    /** It owes no meeting any more, and neither do those that it took over from. */
    @Modifying
    @Query("""
            update body set closed_on = :on, successor = :successor, seats_until = :seatsUntil, cadence = null
             where code = :code""")
    void close(String code, String successor, LocalDate on, LocalDate seatsUntil);

    /** What one body took over passes to the next. */
    @Modifying
    @Query("update body set successor = :next where successor = :code")
    void passOn(String code, String next);

    @Modifying
    @Query("update body set cadence_confidence = 'CONFIRMED' where code = :code")
    void confirmCadence(String code);

    /** A period that somebody set is no assumption. */
    @Modifying
    @Query("update body set cadence = :cadence, cadence_confidence = 'CONFIRMED' where code = :code")
    void changeCadence(String code, String cadence);

    /** Takes the body's row for this transaction, so that changes of its seats come one after the other. */
    @Query(BODY + "where b.code = :code for update of b")
    Optional<Body> lock(String code);
}
