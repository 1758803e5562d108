package ma.tansiq.grant.agreement;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All agreements and decisions on grants. */
public interface Agreements extends ListCrudRepository<Agreement, String> {

    Optional<Agreement> findByApplication(String application);

    List<Agreement> findByCallOrderByReference(String call);

    /** The caller has taken its turn, since numbers are allotted one at a time. */
    @Query("select coalesce(max(number), 0) + 1 from grant_agreement where form = :form and year = :year")
    int nextNumber(String form, int year);

    default Agreement required(String reference) {
        return findById(reference).orElseThrow(() -> AgreementRefusal.because("unknown", reference));
    }

    /** The agreement, to be changed: whoever is changing it, by a task or a page, comes first. */
    default Agreement toChange(String reference) {
        takeTurn(reference);
        return required(reference);
    }

    @Query("select take_turn(:reference)::text")
    String takeTurn(String reference);
}
