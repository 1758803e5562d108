package ma.tansiq.grant.web;

import java.math.BigDecimal;
import java.util.List;
import ma.tansiq.grant.envelope.Dirhams;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of agreements. */
@Repository
class AgreementLines {

    private final JdbcClient database;

    AgreementLines(JdbcClient database) {
        this.database = database;
    }

    /** One agreement, and how much of it is paid. */
    record Line(
            String reference,
            String call,
            String application,
            String title,
            @Nullable String nameFr,
            @Nullable String nameAr,
            String status,
            BigDecimal granted,
            BigDecimal disbursed) {

        public Dirhams amount() {
            return new Dirhams(granted);
        }

        public Dirhams paid() {
            return new Dirhams(disbursed);
        }
    }

    /**
     * Newest first, at most a page.
     *
     * @param status only those in that state; empty for all
     * @param text found in reference, title or the association's name; empty for all
     */
    List<Line> find(String status, String text, int first, int most) {
        return database.sql("""
                        select a.reference, a.call, a.application, a.title, o.name_fr, o.name_ar, a.status,
                               a.amount as granted,
                               coalesce(sum(i.amount) filter (where i.status = 'PAID'), 0) as disbursed
                          from grant_agreement a
                          join organisation o on o.code = a.organisation
                          join grant_instalment i on i.agreement = a.reference
                         where (:status = '' or a.status = :status)
                           and (:text = '' or strpos(lower(concat_ws(' ', a.reference, a.application, a.title,
                                                                       o.name_fr, o.name_ar)), lower(:text)) > 0)
                         group by a.reference, o.code
                         order by a.awarded_at desc, a.reference desc
                         offset :first limit :most""")
                .param("status", status)
                .param("text", text)
                .param("first", first)
                .param("most", most)
                .query(Line.class)
                .list();
    }
}
