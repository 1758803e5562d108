package ma.tansiq.committee.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.matter.NamedPeople;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.document.DocumentAccess;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/**
 * Papers of a meeting, of its matters and of its actions are read by everybody with a seat in its body today, by whoever
 * was convoked to it, by coordinators and auditors. What belongs to a secret matter is read by the body's chair and
 * secretary alone, beside whoever proposed the matter or owns the action.
 */
@Component
class MeetingDocumentAccess implements DocumentAccess {

    private static final Set<String> READ_EVERYTHING = Set.of("coordinator", "auditor");

    private final DocumentReaders readers;
    private final Memberships memberships;
    private final AttendanceSheets sheets;
    private final Accounts accounts;
    private final NamedPeople people;
    private final Clock clock;

    MeetingDocumentAccess(
            DocumentReaders readers,
            Memberships memberships,
            AttendanceSheets sheets,
            Accounts accounts,
            NamedPeople people,
            Clock clock) {
        this.readers = readers;
        this.memberships = memberships;
        this.sheets = sheets;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public boolean mayRead(StoredDocument document, String account) {
        return readers.of(document).stream().anyMatch(circle -> belongs(circle, account))
                || people.includes(document.owner(), account);
    }

    private boolean belongs(DocumentReaders.Circle circle, String account) {
        if (account.equals(circle.holder())) {
            return true;
        }
        LocalDate today = LocalDate.now(clock);
        if (circle.secret()) {
            return Stream.of(MemberRole.CHAIR, MemberRole.SECRETARY)
                    .flatMap(role -> memberships.holders(circle.body(), role, today).stream())
                    .anyMatch(each -> account.equals(each.account()));
        }
        List<String> bodies = memberships.bodiesOf(account, today);
        return bodies.contains(circle.body())
                || (circle.meeting() != null
                        && sheets.of(circle.meeting(), account).isPresent())
                || accounts.groupsOf(account).stream().anyMatch(READ_EVERYTHING::contains);
    }
}
