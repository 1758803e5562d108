package ma.tansiq.strategy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The organisations that take part in the strategy, those of the past included. */
public interface Organisations extends Repository<Organisation, String> {

    @Query("select * from organisation where code = :code")
    Optional<Organisation> find(String code);

    @Query("select * from organisation where code = any(array[:codes]::varchar[])")
    List<Organisation> find(Collection<String> codes);

    @Query("select * from organisation order by code")
    List<Organisation> all();
}
