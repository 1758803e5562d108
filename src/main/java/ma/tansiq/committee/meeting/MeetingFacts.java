package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.springframework.context.event.EventListener;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What diagrams and forms ask about a meeting. Reads only. */
@Component
@Transactional(readOnly = true)
public class MeetingFacts {

    private final Meetings meetings;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Agendas agendas;
    private final AttendanceSheets sheets;
    private final MeetingPlanning planning;
    private final MeetingRulesTable rules;
    private final WorkingDays workingDays;
    private final Accounts accounts;
    private final OncePerTransaction<String, Optional<Meeting>> found = new OncePerTransaction<>();
    private final OncePerTransaction<String, Body> bodiesRead = new OncePerTransaction<>();
    private final OncePerTransaction<Seats, List<Membership>> seats = new OncePerTransaction<>();
    private final OncePerTransaction<String, String> names = new OncePerTransaction<>();

    private record Seats(String body, LocalDate day) {}

    @SuppressWarnings("TooManyParameters")
    MeetingFacts(
            Meetings meetings,
            Bodies bodies,
            Memberships memberships,
            Agendas agendas,
            AttendanceSheets sheets,
            MeetingPlanning planning,
            MeetingRulesTable rules,
            WorkingDays workingDays,
            Accounts accounts) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.memberships = memberships;
        this.agendas = agendas;
        this.sheets = sheets;
        this.planning = planning;
        this.rules = rules;
        this.workingDays = workingDays;
        this.accounts = accounts;
    }

    public Meeting meeting(String reference) {
        return find(reference).orElseThrow(() -> CommitteeRefusal.unknownMeeting(reference));
    }

    public Optional<Meeting> find(String reference) {
        return found.get(reference, meetings::findById);
    }

    @EventListener
    void on(AfterSaveEvent<Meeting> saved) {
        found.forget(saved.getEntity().reference());
    }

    public List<Attendance> sheet(String reference) {
        return sheets.of(reference);
    }

    public List<AgendaItem> agenda(String reference) {
        return agendas.of(reference);
    }

    /** The items as options of a select, by position. */
    public Object itemChoices(String reference) {
        return FormTexts.json(agenda(reference).stream()
                .map(each -> Map.of("value", each.position(), "label", each.label()))
                .toList());
    }

    public String bodyName(String reference) {
        return body(reference).nameFr();
    }

    /** Day and hour of the session, as forms show them. */
    public String startsAtText(String reference) {
        return FormTexts.dateTime(meeting(reference).startsAt());
    }

    LocalDate earliestDay(String reference) {
        return meeting(reference).isSuspended() ? planning.today() : planning.earliestDay(body(reference));
    }

    /**
     * When proposals close: so many working days before the session that composing and approving still fit (A3), and
     * never before what people were told (D2).
     */
    Instant intakeCloses(String reference) {
        Instant counted = intakeCounted(reference);
        return meeting(reference).intakeKeptUntil().filter(counted::isBefore).orElse(counted);
    }

    Instant intakeCounted(String reference) {
        return workingDays.deadlineBefore(
                meeting(reference).startsAt(), rules.of(body(reference).rules()).intakeClosing());
    }

    /** Whether the coming session, or the one that was recorded, decides only with a quorum (rule A3). */
    public boolean quorumNeeded(Meeting meeting) {
        return rules.of(body(meeting).rules()).quorumNeeded(meeting.session());
    }

    /** In which office that person presides: as chair, as its named interim, else as vice-chair. */
    public PresidingOffice presidingOffice(Meeting meeting, String account) {
        return memberships.holders(seats(meeting), MemberRole.CHAIR).stream()
                .filter(each -> account.equals(each.account()))
                .findFirst()
                .map(each -> each.interim() ? PresidingOffice.INTERIM : PresidingOffice.CHAIR)
                .orElse(PresidingOffice.VICE_CHAIR);
    }

    public Map<String, String> namesOf(Stream<String> holders) {
        List<String> wanted = holders.distinct().toList();
        Map<String, String> known = accounts.namesOf(wanted);
        Map<String, String> named = new LinkedHashMap<>();
        wanted.forEach(each -> named.put(each, known.getOrDefault(each, each)));
        named.forEach(names::put);
        return named;
    }

    public String nameOf(String account) {
        return names.get(account, each -> accounts.find(each).map(Account::name).orElse(each));
    }

    /** The seats of the body on the day of the session, in the order of rank. */
    List<Membership> seats(String reference) {
        return seats(meeting(reference));
    }

    private List<Membership> seats(Meeting meeting) {
        LocalDate day = LocalDate.ofInstant(meeting.startsAt(), LegalTime.ZONE);
        return seats.get(new Seats(meeting.body(), day), each -> memberships.activeOn(each.body(), each.day()));
    }

    /** The body that meets. */
    public Body body(String reference) {
        return body(meeting(reference));
    }

    Body body(Meeting meeting) {
        return bodyOf(meeting.body());
    }

    private Body bodyOf(String code) {
        return bodiesRead.get(
                code, each -> bodies.find(each).orElseThrow(() -> CommitteeRefusal.because("unknownBody", each)));
    }
}
