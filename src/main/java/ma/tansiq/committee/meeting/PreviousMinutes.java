package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Minutes of earlier sessions of a body that are still open for approval: they are the first items of its next agenda by
 * themselves (rule C5), and their approval there ends the review.
 */
@Component
public class PreviousMinutes {

    private static final String ORIGIN = "PV:";

    private final JdbcClient database;
    private final MessageSource messages;
    private final OncePerTransaction<String, List<Approval>> read = new OncePerTransaction<>();

    PreviousMinutes(JdbcClient database, MessageSource messages) {
        this.database = database;
        this.messages = messages;
    }

    /**
     * The approval of one session's minutes as a matter of the body.
     *
     * @param session reference of the session that they are of
     * @param matter reference of the matter; null as long as no agenda has had it
     * @param pending whether they are drafted and nobody has approved them yet
     */
    record Approval(
            String session, Instant heldAt, @Nullable String matter, boolean pending) {}

    /** The earliest session first; those that an agenda had and that need no approval any more are among them. */
    List<Approval> of(Meeting meeting) {
        return read.get(meeting.reference(), reference -> read(meeting.body(), reference));
    }

    private List<Approval> read(String body, String meeting) {
        return database.sql("""
                        select m.reference as session, m.starts_at as held_at, s.reference as matter,
                               m.status = 'MINUTES_DRAFT' and p.status in ('DRAFT', 'IN_REVIEW') as pending
                          from minutes p
                          join meeting m on m.reference = p.meeting
                          left join matter s on s.origin = :origin || m.reference and s.body = m.body
                         where m.body = :body and m.reference <> :meeting
                           and (m.status = 'MINUTES_DRAFT' and p.status in ('DRAFT', 'IN_REVIEW')
                                or s.status in ('BACKLOG', 'ON_AGENDA'))
                         order by m.starts_at, m.reference""")
                .param("origin", ORIGIN)
                .param("body", body)
                .param("meeting", meeting)
                .query(Approval.class)
                .list();
    }

    List<Approval> pending(Meeting meeting) {
        return of(meeting).stream().filter(Approval::pending).toList();
    }

    /** What is said of it where it becomes a matter, in French, the working language. */
    Proposal proposal(Approval approval) {
        String day = FormTexts.dateTime(approval.heldAt()).substring(0, 10);
        return new Proposal(
                say("previous.title", approval.session(), day), say("previous.text", approval.session(), day));
    }

    static String origin(Approval approval) {
        return ORIGIN + approval.session();
    }

    /** What the form of the agenda says of them; empty when there are none. */
    String announced(Meeting meeting) {
        return pending(meeting).stream()
                .map(each -> "- " + proposal(each).title())
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
    }

    /** The session whose minutes that matter approves, if it does. */
    public Optional<String> approvedBy(String matter) {
        return database.sql(
                        "select substring(origin from 4) from matter where reference = :matter and origin like 'PV:%'")
                .param("matter", matter)
                .query(String.class)
                .optional();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }
}
