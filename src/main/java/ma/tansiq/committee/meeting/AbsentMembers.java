package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import ma.tansiq.committee.body.AbsenceManagement;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.StandIns;
import org.springframework.stereotype.Component;

/** Gives the tasks of an absent member of a body to whoever stands in, and has the meeting's page say who did them. */
@Component
class AbsentMembers implements StandIns {

    private final AbsenceManagement management;
    private final Meetings meetings;
    private final MeetingHistory history;
    private final Accounts accounts;
    private final Clock clock;

    AbsentMembers(
            AbsenceManagement management, Meetings meetings, MeetingHistory history, Accounts accounts, Clock clock) {
        this.management = management;
        this.meetings = meetings;
        this.history = history;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(String businessKey, String taskKind, String account) {
        LocalDate today = LocalDate.now(clock);
        int end = businessKey.indexOf('-');
        return end < 0 ? Optional.empty() : management.standIn(businessKey.substring(0, end), taskKind, account, today);
    }

    /** An action's work stands on the page of the meeting that decided it. */
    @Override
    public void did(String businessKey, String taskKind, String account, String standIn) {
        String meeting = businessKey.replaceFirst("-A\\d+$", "");
        if (meetings.existsById(meeting)) {
            String absent = accounts.find(account).map(Account::name).orElse(account);
            history.add(meeting, "STOOD_IN", standIn, absent);
        }
    }
}
