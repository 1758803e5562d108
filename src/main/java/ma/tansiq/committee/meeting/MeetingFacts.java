package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
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
        return meetings.required(reference);
    }

    public List<Attendance> sheet(String reference) {
        return sheets.of(reference);
    }

    public List<AgendaItem> agenda(String reference) {
        return agendas.of(reference);
    }

    String bodyName(String reference) {
        return body(reference).nameFr();
    }

    LocalDate earliestDay(String reference) {
        return planning.earliestDay(body(reference));
    }

    /** When proposals close: so many working days before the session that composing and approving still fit (A3). */
    Instant intakeCloses(String reference) {
        return workingDays.deadlineBefore(
                meeting(reference).startsAt(),
                rules.forLevel(body(reference).level().name()).intakeClosing());
    }

    /** Accounts and names of the body's alternates on the day of the session. */
    public Map<String, String> alternates(String reference) {
        return names(active(reference).filter(each -> each.role() == MemberRole.ALTERNATE));
    }

    /** Accounts and names of everybody with a seat on the day of the session: they may own an action. */
    public Map<String, String> seatHolders(String reference) {
        return names(active(reference));
    }

    public Map<String, String> namesOf(Stream<String> holders) {
        Map<String, String> names = new LinkedHashMap<>();
        holders.forEach(each -> names.putIfAbsent(each, nameOf(each)));
        return names;
    }

    public String nameOf(String account) {
        return accounts.find(account).map(Account::name).orElse(account);
    }

    private Map<String, String> names(Stream<Membership> seats) {
        return namesOf(seats.flatMap(each -> Stream.ofNullable(each.account())));
    }

    private Stream<Membership> active(String reference) {
        Meeting meeting = meeting(reference);
        LocalDate day = LocalDate.ofInstant(meeting.startsAt(), MeetingManagement.ZONE);
        return memberships.activeOn(meeting.body(), day).stream();
    }

    private Body body(String reference) {
        String code = meeting(reference).body();
        return bodies.find(code).orElseThrow(() -> CommitteeRefusal.because("unknownBody", code));
    }
}
