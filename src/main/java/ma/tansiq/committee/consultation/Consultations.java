package ma.tansiq.committee.consultation;

import java.time.Instant;
import java.util.List;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All written consultations. */
public interface Consultations extends ListCrudRepository<Consultation, String> {

    /** Numbers are allotted one at a time per body: the caller's transaction holds the body's row. */
    @Query("select code from body where code = :body for update")
    String lockBody(String body);

    @Query("select coalesce(max(number), 0) + 1 from consultation where body = :body and year = :year")
    int nextNumber(String body, int year);

    List<Consultation> findByMatterOrderByOpenedAt(String matter);

    List<Consultation> findBySessionOrderByReference(String session);

    @Query("select * from consultation where status = 'OPEN' order by reference")
    List<Consultation> open();

    /** What was agreed before a session of that body that starts then, and no session has come before yet. */
    @Query("""
            select * from consultation
            where body = :body and status = 'AGREED' and session is null and closed_at <= :startsAt
            order by reference""")
    List<Consultation> awaiting(String body, Instant startsAt);

    default Consultation required(String reference) {
        return findById(reference).orElseThrow(() -> CommitteeRefusal.because("unknownConsultation", reference));
    }

    /** The consultation, for a page that changes it: whoever is changing it, by a task or another page, comes first. */
    default Consultation toChange(String reference) {
        takeTurn(reference);
        return required(reference);
    }

    @Query("select take_turn(:reference)::text")
    String takeTurn(String reference);
}
