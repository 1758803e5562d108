package ma.tansiq.grant.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All applications, drafts among them. */
public interface Applications extends ListCrudRepository<Application, UUID> {

    Optional<Application> findByReference(String reference);

    /** Those that were submitted, by their number. */
    @Query("select * from grant_application where call = :call and number is not null order by number")
    List<Application> submitted(String call);

    /** All of an association, the one touched last first. */
    List<Application> findByOrganisationOrderBySavedAtDesc(String organisation);

    /** The one that an association has under a call; one that was withdrawn makes room for another. */
    @Query("""
            select * from grant_application
            where call = :call and organisation = :organisation and status <> 'WITHDRAWN'""")
    Optional<Application> current(String call, String organisation);

    @Query("select coalesce(max(number), 0) + 1 from grant_application where call = :call")
    int nextNumber(String call);

    default Application required(String reference) {
        return findByReference(reference).orElseThrow(() -> ApplicationRefusal.because("unknown", reference));
    }

    default Application required(UUID id) {
        return findById(id).orElseThrow(() -> ApplicationRefusal.because("unknown", id.toString()));
    }

    /** The application, to be changed: whoever is changing it comes first. */
    default Application toChange(UUID id) {
        takeTurn(id.toString());
        return required(id);
    }

    /** As {@link #toChange(UUID)}, for one that was submitted. */
    default Application toChange(String reference) {
        return toChange(required(reference).id());
    }

    @Query("select take_turn(:turn)::text")
    String takeTurn(String turn);
}
