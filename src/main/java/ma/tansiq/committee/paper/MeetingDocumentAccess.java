package ma.tansiq.committee.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.document.DocumentAccess;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/**
 * Papers of a meeting are read by everybody with a seat in its body today, by whoever was convoked to it, by
 * coordinators and auditors.
 */
@Component
class MeetingDocumentAccess implements DocumentAccess {

    private static final Set<String> READ_EVERYTHING = Set.of("coordinator", "auditor");

    private final Meetings meetings;
    private final Memberships memberships;
    private final AttendanceSheets sheets;
    private final Accounts accounts;
    private final Clock clock;

    MeetingDocumentAccess(
            Meetings meetings, Memberships memberships, AttendanceSheets sheets, Accounts accounts, Clock clock) {
        this.meetings = meetings;
        this.memberships = memberships;
        this.sheets = sheets;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public boolean mayRead(StoredDocument document, String account) {
        return meetings.findById(document.owner())
                .filter(meeting -> mayRead(meeting, account))
                .isPresent();
    }

    private boolean mayRead(Meeting meeting, String account) {
        List<String> bodies = memberships.bodiesOf(account, LocalDate.now(clock));
        return bodies.contains(meeting.body())
                || sheets.of(meeting.reference(), account).isPresent()
                || accounts.groupsOf(account).stream().anyMatch(READ_EVERYTHING::contains);
    }
}
