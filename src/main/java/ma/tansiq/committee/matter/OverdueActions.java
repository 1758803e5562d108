package ma.tansiq.committee.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.meeting.AgendaManagement;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.engine.FormTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Overdue actions come back as one standing item of the body that decided them; those of a body that meets by decision
 * only, through the body below it (rule B5).
 */
@Component
@Transactional
class OverdueActions {

    private static final String ORIGIN = "OVERDUE:%s:";
    private static final String TITLE = "Actions en retard";
    private static final String REFRESHED = "Liste mise à jour à la convocation";

    private final JdbcClient database;
    private final Matters matters;
    private final MatterTexts texts;
    private final AgendaManagement agendas;
    private final Bodies bodies;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final int after;

    @SuppressWarnings("TooManyParameters")
    OverdueActions(
            JdbcClient database,
            Matters matters,
            MatterTexts texts,
            AgendaManagement agendas,
            Bodies bodies,
            WorkingDays workingDays,
            Clock clock,
            @Value("${tansiq.overdue-actions-return-after:10}") int after) {
        this.database = database;
        this.matters = matters;
        this.texts = texts;
        this.agendas = agendas;
        this.bodies = bodies;
        this.workingDays = workingDays;
        this.clock = clock;
        this.after = after;
    }

    private record Overdue(String reference, String title, String organisation, LocalDate dueOn) {}

    /** What will be overdue by more than that many working days on the day of the session waits for its agenda. */
    @EventListener
    void on(MeetingEvents.Convened convened) {
        var notice = convened.notice();
        if (notice.session() == 1) {
            refresh(
                    notice.bodyCode(),
                    notice.reference(),
                    LocalDate.ofInstant(notice.startsAt(), LegalTime.ZONE),
                    notice.organiser());
        }
    }

    void refresh(String body, String meeting, LocalDate session, String by) {
        List<Overdue> overdue = overdue(body, workingDays.plus(session, -after));
        if (overdue.isEmpty()) {
            return;
        }
        String text = text(overdue);
        matters.openFrom(ORIGIN.formatted(body))
                .ifPresentOrElse(
                        found -> update(found, text, by),
                        () -> agendas.openStanding(body, TITLE, text, ORIGIN.formatted(body) + meeting));
    }

    private void update(Matter matter, String text, String by) {
        if (!matter.inBacklog() || matter.text().equals(text)) {
            return;
        }
        var earlier = new MatterTexts.Earlier(
                matter.textVersion(), matter.title(), matter.text(), clock.instant(), by, REFRESHED);
        matter.correct(matter.title(), text);
        texts.add(matter.reference(), earlier);
        matters.save(matter);
    }

    /** Of the body, and of the body above when that meets by decision only; what is confidential by reference alone. */
    private List<Overdue> overdue(String body, LocalDate before) {
        List<String> deciding = new ArrayList<>();
        bodies.find(body)
                .filter(each -> each.cadencePeriod().isPresent())
                .map(Body::code)
                .ifPresent(deciding::add);
        bodies.parentOf(body)
                .filter(each -> each.cadencePeriod().isEmpty())
                .map(Body::code)
                .ifPresent(deciding::add);
        return deciding.isEmpty()
                ? List.of()
                : database.sql("""
                                select a.reference, a.organisation, a.due_on,
                                       case when s.confidentiality in ('RESTRICTED', 'SECRET') then ''
                                            else a.title end as title
                                  from action a
                                  join decision d on d.reference = a.decision
                                  join agenda_item i on i.meeting = d.meeting and i.position = d.position
                                  join matter s on s.reference = i.matter
                                 where a.body in (:bodies) and a.status in ('PLANNED', 'IN_PROGRESS')
                                   and a.due_on < :before
                                 order by a.due_on, a.reference""")
                        .param("bodies", deciding)
                        .param("before", before)
                        .query(Overdue.class)
                        .list();
    }

    private String text(List<Overdue> overdue) {
        return "Actions dont l’échéance est passée de plus de %d jours ouvrés au jour de la séance :\n\n%s"
                .formatted(
                        after,
                        overdue.stream()
                                .map(each -> "%s%s (%s%s)"
                                        .formatted(
                                                each.reference(),
                                                each.title().isEmpty() ? "" : " : " + each.title(),
                                                each.organisation().isEmpty() ? "" : each.organisation() + ", ",
                                                FormTexts.date(each.dueOn())))
                                .collect(Collectors.joining("\n")));
    }
}
