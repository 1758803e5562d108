package ma.tansiq.committee;

import org.springframework.data.repository.ListCrudRepository;

/** The minutes of all meetings. */
interface MinutesRegister extends ListCrudRepository<Minutes, String> {

    default Minutes required(String meeting) {
        return findById(meeting).orElseThrow(() -> CommitteeRefusal.because("noMinutes", meeting));
    }
}
