package ma.tansiq.strategy;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The country's regions. */
public interface Regions extends Repository<Region, String> {

    @Query("select * from region order by iso")
    List<Region> all();
}
