package ma.tansiq.committee.meeting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.tansiq.strategy.Organisation;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sheets of sessions still to be held and open actions name organisations as they are called now (rule A1b); what was
 * recorded, signed or closed keeps the names of its day.
 */
@Component
class OrganisationsOfMeetings {

    private final JdbcClient database;

    OrganisationsOfMeetings(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(Organisation.Renamed renamed) {
        follow(namesOf(renamed.before()), renamed.after());
    }

    @EventListener
    void on(Organisation.Reorganised reorganised) {
        reorganised.bySeat().forEach((seat, into) -> followSeat(reorganised, seat, into));
        reorganised.before().forEach(each -> follow(namesOf(each), reorganised.into()));
    }

    private void follow(List<String> names, Organisation into) {
        String name = into.name(Locale.FRENCH);
        database.sql("""
                        update attendance set organisation = :name
                         where organisation = any(array[:names]::text[])
                           and meeting in (select reference from meeting where status in ('PLANNED', 'CONVENED'))""").param("name", name).param("names", names).update();
        database.sql("""
                        update action set organisation = :name, version = version + 1
                         where organisation = any(array[:names]::text[]) and status not in ('DONE', 'CANCELLED')""").param("name", name).param("names", names).update();
    }

    /** What the holder of that seat answers for. */
    private void followSeat(Organisation.Reorganised reorganised, String seat, Organisation into) {
        List<String> names = reorganised.before().stream()
                .flatMap(each -> namesOf(each).stream())
                .toList();
        String name = into.name(Locale.FRENCH);
        database.sql("""
                        update attendance a set organisation = :name
                          from meeting m, membership s
                         where m.reference = a.meeting and m.status in ('PLANNED', 'CONVENED')
                           and s.seat = :seat and s.body = m.body and s.account = a.account and s.valid_to is null
                           and a.organisation = any(array[:names]::text[])""")
                .param("name", name)
                .param("names", names)
                .param("seat", seat)
                .update();
        database.sql("""
                        update action a set organisation = :name, version = a.version + 1
                          from membership s
                         where s.seat = :seat and s.body = a.body and s.account = a.owner and s.valid_to is null
                           and a.status not in ('DONE', 'CANCELLED') and a.organisation = any(array[:names]::text[])""")
                .param("name", name)
                .param("names", names)
                .param("seat", seat)
                .update();
    }

    /** As sheets may have written it. */
    private static List<String> namesOf(Organisation organisation) {
        return Stream.of(organisation.code(), organisation.nameFr(), organisation.nameAr(), organisation.nameEn())
                .filter(each -> each != null)
                .distinct()
                .toList();
    }
}
