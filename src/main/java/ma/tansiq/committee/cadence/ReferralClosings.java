package ma.tansiq.committee.cadence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until when a body has to meet so that what it refers upwards reaches the next session of the body above it (rule A2b):
 * referrals close so many working days before that session, by {@code MeetingRules.dmn}.
 */
@Component
@Transactional(readOnly = true)
public class ReferralClosings {

    private final JdbcClient database;
    private final MeetingRulesTable rules;
    private final WorkingDays workingDays;
    private final Clock clock;

    ReferralClosings(JdbcClient database, MeetingRulesTable rules, WorkingDays workingDays, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The next session above, planned or owed by cadence. */
    private record Ahead(
            String body,
            String above,
            String rules,
            @Nullable String meeting,
            @Nullable Instant startsAt,
            @Nullable LocalDate owedOn) {}

    /**
     * The last useful date of one body.
     *
     * @param above code of the body above
     * @param meeting reference of its next session; null while only its cadence says when it meets
     * @param sessionOn day of that session, or by which it is owed
     * @param lastDay the last day on which a session of this body is in time for it
     * @param workingDays how many working days lie between
     */
    public record Closing(
            String body,
            String above,
            @Nullable String meeting,
            LocalDate sessionOn,
            LocalDate lastDay,
            int workingDays) {

        /** Whether a session on that day comes too late for the next session above. */
        public boolean isTooLate(LocalDate day) {
            return day.isAfter(lastDay);
        }
    }

    /** Empty for a body that has none above, or where nobody knows when that one meets next. */
    public Optional<Closing> of(Body body) {
        return body.parent() == null
                ? Optional.empty()
                : Optional.ofNullable(of(List.of(body.code())).get(body.code()));
    }

    /** By code, of those bodies that have one. */
    public Map<String, Closing> of(Collection<String> bodies) {
        return ahead(bodies).stream()
                .flatMap(each -> closing(each).stream())
                .collect(Collectors.toMap(Closing::body, Function.identity()));
    }

    private Optional<Closing> closing(Ahead next) {
        LocalDate session = next.startsAt() == null ? next.owedOn() : workingDays.dayOf(next.startsAt());
        if (session == null) {
            return Optional.empty();
        }
        int days = rules.of(next.rules()).referralClosing();
        return Optional.of(new Closing(
                next.body(), next.above(), next.meeting(), session, workingDays.plus(session, -days), days));
    }

    private List<Ahead> ahead(Collection<String> bodies) {
        return database.sql("""
                        select b.code as body, p.code as above, l.rules, m.reference as meeting, m.starts_at,
                               coalesce(o.shifted_to, o.due_on) as owed_on
                          from body b
                          join body p on p.code = b.parent
                          join body_level l on l.code = p.level
                          left join lateral (select reference, starts_at from meeting
                                              where body = p.code and status in ('PLANNED', 'CONVENED') and starts_at >= :now
                                              order by starts_at, reference limit 1) m on true
                          left join obligation o on o.body = p.code and o.outcome = 'OPEN' and m.reference is null
                         where b.code = any(:bodies)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("bodies", bodies.toArray(String[]::new))
                .query(Ahead.class)
                .list();
    }
}
