package ma.tansiq.strategy;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The programmes of the strategy. */
public interface Programmes extends Repository<Programme, Integer> {

    @Query("select * from programme where number = :number")
    Optional<Programme> find(int number);

    @Query("select * from programme order by number")
    List<Programme> all();
}
