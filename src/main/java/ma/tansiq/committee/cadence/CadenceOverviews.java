package ma.tansiq.committee.cadence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How bodies stand to their cadence, read from their meetings and obligations as they are now. */
@Component
@Transactional(readOnly = true)
public class CadenceOverviews {

    private static final int MONTHS = 12;

    private final JdbcClient database;
    private final Obligations obligations;
    private final CadenceRules rules;
    private final Clock clock;

    CadenceOverviews(JdbcClient database, Obligations obligations, CadenceRules rules, Clock clock) {
        this.database = database;
        this.obligations = obligations;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the meetings of a body say of its cadence; the next one may have no date yet. */
    private record Counted(
            String body,
            int held,
            @Nullable Instant lastHeld,
            @Nullable String next,
            @Nullable Instant nextStart) {}

    /**
     * A body that owes meetings.
     *
     * @param months between two meetings
     * @param owed how many meetings fit its cadence in a year
     * @param held how many were held since the first of January
     * @param inPeriod whether the last held meeting is no longer ago than the cadence allows today
     * @param due what is owed now; empty until the first watch
     * @param next reference of the meeting that is to be held next, if one is open
     * @param nextStart when it opens, once it is planned
     */
    public record Line(
            Body body,
            int months,
            int owed,
            int held,
            boolean inPeriod,
            @Nullable LocalDate lastHeld,
            Optional<Obligation> due,
            @Nullable String next,
            @Nullable Instant nextStart) {

        /** Whether the next meeting is planned for a day after the date that counts. */
        public boolean isPlannedLate() {
            return nextStart != null
                    && due.filter(each -> LocalDate.ofInstant(nextStart, LegalTime.ZONE)
                                    .isAfter(each.date()))
                            .isPresent();
        }
    }

    /** A meeting that was held. */
    public record Held(String meeting, String body, Instant startsAt) {}

    /** The lines of those of the bodies that have a cadence, in the same order. */
    public List<Line> of(List<Body> bodies) {
        List<Body> watched =
                bodies.stream().filter(body -> body.cadencePeriod().isPresent()).toList();
        Map<String, Counted> counted = counted(watched);
        Map<String, Obligation> due =
                obligations.open().stream().collect(Collectors.toMap(Obligation::body, Function.identity()));
        return watched.stream()
                .map(body -> line(body, counted.get(body.code()), Optional.ofNullable(due.get(body.code()))))
                .toList();
    }

    /** What those bodies held this year, the latest first. */
    public List<Held> heldThisYear(List<Body> bodies) {
        return database.sql("""
                        select reference as meeting, body, starts_at from meeting
                         where body = any(:bodies) and status in ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')
                           and starts_at >= :from and starts_at < :until
                         order by starts_at desc, reference""")
                .param("bodies", codes(bodies))
                .param("from", startOf(thisYear().atDay(1)))
                .param("until", startOf(thisYear().plusYears(1).atDay(1)))
                .query(Held.class)
                .list();
    }

    private Line line(Body body, @Nullable Counted meetings, Optional<Obligation> due) {
        int months = (int) body.cadencePeriod().orElseThrow().toTotalMonths();
        int owed = MONTHS / Math.max(1, months);
        if (meetings == null) {
            return new Line(body, months, owed, 0, false, null, due, null, null);
        }
        LocalDate last = meetings.lastHeld() == null ? null : LocalDate.ofInstant(meetings.lastHeld(), clock.getZone());
        boolean inPeriod = last != null && !rules.isOver(body, last, LocalDate.now(clock));
        return new Line(
                body, months, owed, meetings.held(), inPeriod, last, due, meetings.next(), meetings.nextStart());
    }

    private Map<String, Counted> counted(List<Body> bodies) {
        return database
                .sql("""
                        select b.code as body,
                               (select count(*) from meeting m
                                 where m.body = b.code and m.status in ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')
                                   and m.starts_at >= :from and m.starts_at < :until) as held,
                               (select max(m.starts_at) from meeting m
                                 where m.body = b.code and m.status in ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')
                                   and m.starts_at <= :now) as last_held,
                               next.reference as next, next.starts_at as next_start
                          from body b
                          left join lateral (select m.reference, m.starts_at from meeting m
                                              where m.body = b.code and m.status in ('OPENED', 'PLANNED', 'CONVENED')
                                              order by m.starts_at nulls last, m.opened_at, m.reference
                                              limit 1) next on true
                         where b.code = any(:bodies)""")
                .param("bodies", codes(bodies))
                .param("now", Timestamp.from(clock.instant()))
                .param("from", startOf(thisYear().atDay(1)))
                .param("until", startOf(thisYear().plusYears(1).atDay(1)))
                .query(Counted.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::body, Function.identity()));
    }

    private static String[] codes(List<Body> bodies) {
        return bodies.stream().map(Body::code).toArray(String[]::new);
    }

    private Year thisYear() {
        return Year.now(clock);
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
