package ma.tansiq.strategy;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The specific objectives of the strategy, the unknown ones included. */
public interface SpecificObjectives extends Repository<SpecificObjective, String> {

    @Query("select * from specific_objective order by position")
    List<SpecificObjective> all();

    @Query("select * from specific_objective where programme = :programme order by position")
    List<SpecificObjective> ofProgramme(int programme);
}
