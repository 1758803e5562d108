package ma.tansiq.committee.opinion;

import java.util.Collection;
import java.util.List;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All requests for opinions. */
public interface OpinionRequests extends ListCrudRepository<OpinionRequest, String> {

    /** Numbers are allotted one at a time per body: the caller's transaction holds the body's row. */
    @Query("select code from body where code = :body for update")
    String lockBody(String body);

    @Query("select coalesce(max(number), 0) + 1 from opinion_request where body = :body and year = :year")
    int nextNumber(String body, int year);

    List<OpinionRequest> findByMatterOrderByOpenedAt(String matter);

    /** What was asked about those matters and not withdrawn, oldest first. */
    @Query("""
            select * from opinion_request where matter in (:matters) and status <> 'WITHDRAWN'
            order by matter, opened_at, reference""")
    List<OpinionRequest> about(Collection<String> matters);

    @Query("""
            select exists (select 1 from opinion_request
                            where matter = :matter and status = 'OPEN' and coalesce(person, office) = :adviser)""")
    boolean asks(String matter, String adviser);

    /** What is still asked about matters that are closed. */
    @Query("""
            select r.reference from opinion_request r join matter s on s.reference = r.matter
            where r.status = 'OPEN' and s.status = 'CLOSED' order by r.reference""")
    List<String> pointless();

    default OpinionRequest required(String reference) {
        return findById(reference).orElseThrow(() -> CommitteeRefusal.because("unknownOpinion", reference));
    }

    /** The request, for a page that changes it: whoever is changing it, by a task or another page, comes first. */
    default OpinionRequest toChange(String reference) {
        takeTurn(reference);
        return required(reference);
    }

    @Query("select take_turn(:reference)::text")
    String takeTurn(String reference);
}
