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
