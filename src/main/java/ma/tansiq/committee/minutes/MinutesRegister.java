package ma.tansiq.committee.minutes;

import ma.tansiq.committee.meeting.CommitteeRefusal;
import org.springframework.data.repository.ListCrudRepository;

/** The minutes of all meetings. */
public interface MinutesRegister extends ListCrudRepository<Minutes, String> {

    default Minutes required(String meeting) {
        return findById(meeting).orElseThrow(() -> CommitteeRefusal.because("noMinutes", meeting));
    }
}
