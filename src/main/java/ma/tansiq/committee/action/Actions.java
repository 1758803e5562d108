package ma.tansiq.committee.action;

import java.util.List;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All actions. */
public interface Actions extends ListCrudRepository<Action, String> {

    List<Action> findByMeetingOrderByReference(String meeting);

    /** Removes the actions of a record that nobody has signed yet. */
    @Modifying
    @Query("delete from action where meeting = :meeting")
    void removeUnsigned(String meeting);

    /** Whether mails must not say what it is about: it carries out a decision on a restricted or secret matter (rule B8). */
    @Query("""
            select exists (select 1 from action a
                             join decision d on d.reference = a.decision
                             join agenda_item i on i.meeting = d.meeting and i.position = d.position
                             join matter s on s.reference = i.matter
                            where a.reference = :reference and s.confidentiality in ('RESTRICTED', 'SECRET'))""")
    boolean isConfidential(String reference);

    /** What the body still follows up, by due date. */
    @Query("""
            select * from action where body = :body and status in ('PLANNED', 'IN_PROGRESS', 'REPORTED_DONE')
             order by due_on, reference""")
    List<Action> openOf(String body);

    /** Whether a signed record has started it. */
    @Query("""
            select exists (select 1 from meeting m join action a on a.meeting = m.reference
                            where a.reference = :reference and m.status in ('MINUTES_DRAFT', 'MINUTES_APPROVED'))""")
    boolean isStarted(String reference);

    /** Another body follows them up from now on (rule A1b). */
    @Modifying
    @Query("""
            update action set body = :next, version = version + 1
             where body = :body and status in ('PLANNED', 'IN_PROGRESS', 'REPORTED_DONE')""")
    int passOn(String body, String next);

    default Action required(String reference) {
        return findById(reference).orElseThrow(() -> CommitteeRefusal.because("unknownAction", reference));
    }

    /** The action, for a page that changes it: whoever is changing it, by a task or another page, comes first. */
    default Action toChange(String reference) {
        takeTurn(reference);
        return required(reference);
    }

    @Query("select take_turn(:reference)::text")
    String takeTurn(String reference);
}
