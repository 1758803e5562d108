package ma.tansiq.committee.body;

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

    @Query(BODY + "where b.parent = :code order by b.position, b.code")
    List<Body> childrenOf(String code);

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
