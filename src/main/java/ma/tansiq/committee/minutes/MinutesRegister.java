package ma.tansiq.committee.minutes;

import java.util.List;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The minutes of all meetings. */
public interface MinutesRegister extends ListCrudRepository<Minutes, String> {

    /** References of the meetings whose minutes are being read. */
    @Query("select meeting from minutes where status = 'IN_REVIEW' order by meeting")
    List<String> inReview();

    default Minutes required(String meeting) {
        return findById(meeting).orElseThrow(() -> CommitteeRefusal.because("noMinutes", meeting));
    }
}
