package ma.tansiq.committee.body;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The bodies of the strategy. */
public interface Bodies extends Repository<Body, String> {

    @Query("select * from body where code = :code")
    Optional<Body> find(String code);

    /** All bodies, programme committees first, by number. */
    @Query("select * from body order by position, code")
    List<Body> all();

    @Query("select parent.* from body parent join body child on child.parent = parent.code where child.code = :code")
    Optional<Body> parentOf(String code);

    @Query("select * from body where parent = :code order by position, code")
    List<Body> childrenOf(String code);

    @Modifying
    @Query("update body set cadence_confidence = 'CONFIRMED' where code = :code")
    void confirmCadence(String code);

    /** A period that somebody set is no assumption. */
    @Modifying
    @Query("update body set cadence = :cadence, cadence_confidence = 'CONFIRMED' where code = :code")
    void changeCadence(String code, String cadence);

    /** Takes the body's row for this transaction, so that changes of its seats come one after the other. */
    @Query("select * from body where code = :code for update")
    Optional<Body> lock(String code);
}
