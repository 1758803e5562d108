package ma.tansiq.committee.meeting;

import java.util.List;
import java.util.Locale;
import ma.tansiq.engine.FormTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decisions of other committees that touch a body's programme (rule B4b), signed since its last session, as whoever
 * composes its agenda reads them; a confidential matter is not named (rule B8).
 */
@Component
class DecisionsOfOthers {

    private final JdbcClient database;
    private final MessageSource messages;

    DecisionsOfOthers(JdbcClient database, MessageSource messages) {
        this.database = database;
        this.messages = messages;
    }

    private record Line(
            String reference, String matter, @Nullable String title, String text) {}

    /** One paragraph each; empty when there is none. */
    String of(String body) {
        return FormTexts.lines(read(body).stream().map(this::paragraph).toList());
    }

    private String paragraph(Line line) {
        return line.title() == null
                ? messages.getMessage(
                        "agenda.touching.confidential", new Object[] {line.reference(), line.matter()}, Locale.FRENCH)
                : "- **%s** — %s : %s"
                        .formatted(line.reference(), FormTexts.verbatim(line.title()), FormTexts.verbatim(line.text()));
    }

    private List<Line> read(String body) {
        return database.sql("""
                        select d.reference, i.matter, d.text,
                               case when s.confidentiality not in ('RESTRICTED', 'SECRET') then i.title end as title
                          from agenda_item i
                          join meeting m on m.reference = i.meeting
                          join decision d on d.meeting = i.meeting and d.position = i.position
                          join matter s on s.reference = i.matter
                         where i.touches @> array[cast(:body as text)] and i.touches <> '{}'
                           and m.status in ('MINUTES_DRAFT', 'MINUTES_APPROVED')
                           and m.starts_at >= coalesce(
                                   (select max(h.starts_at) from meeting h
                                     where h.body = :body
                                       and h.status in ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')), '-infinity')
                         order by m.starts_at, d.reference""").param("body", body).query(Line.class).list();
    }
}
