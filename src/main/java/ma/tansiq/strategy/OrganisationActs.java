package ma.tansiq.strategy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.strategy.OrganisationAct.Kind;
import ma.tansiq.strategy.OrganisationAct.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acts that changed organisations, append-only, and what they did to the table of organisations. */
@Repository
public class OrganisationActs {

    private final JdbcClient database;
    private final Clock clock;

    OrganisationActs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every act that the organisation, those it comes from or those that follow it were part of, the latest first. */
    public List<OrganisationAct> lineage(String code) {
        Map<Long, OrganisationAct> acts = new LinkedHashMap<>();
        database.sql("""
                        with recursive kin (code) as (
                            select cast(:code as varchar)
                             union
                            select other.organisation
                              from kin
                              join organisation_act_part own on own.organisation = kin.code
                              join organisation_act_part other on other.act = own.act)
                        select a.id, a.kind, a.act, a.effective_on, p.organisation, p.side, p.name_fr, p.name_ar, p.name_en
                          from organisation_act a join organisation_act_part p on p.act = a.id
                         where a.id in (select act from organisation_act_part where organisation in (select code from kin))
                         order by a.effective_on desc, a.id desc, p.organisation""").param("code", code).query(row -> {
            OrganisationAct act = acts.get(row.getLong("id"));
            if (act == null) {
                act = new OrganisationAct(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("act"),
                        row.getObject("effective_on", LocalDate.class),
                        new ArrayList<>(),
                        new ArrayList<>());
                acts.put(row.getLong("id"), act);
            }
            (row.getString("side").equals("BEFORE") ? act.before() : act.after())
                    .add(new Part(
                            row.getString("organisation"),
                            row.getString("name_fr"),
                            row.getString("name_ar"),
                            row.getString("name_en")));
        });
        return List.copyOf(acts.values());
    }

    void add(OrganisationAct act, String by) {
        long id = database.sql("""
                        insert into organisation_act (kind, act, effective_on, recorded_by, recorded_at)
                        values (:kind, :act, :on, :by, :now) returning id""")
                .param("kind", act.kind().name())
                .param("act", act.act())
                .param("on", act.on())
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        Stream.concat(
                        act.before().stream().map(part -> Map.entry("BEFORE", part)),
                        act.after().stream().map(part -> Map.entry("AFTER", part)))
                .forEach(each -> add(id, each.getKey(), each.getValue()));
    }

    private void add(long act, String side, Part part) {
        database.sql("""
                        insert into organisation_act_part (act, organisation, side, name_fr, name_ar, name_en)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(act, part.code(), side, part.nameFr(), part.nameAr(), part.nameEn())
                .update();
    }

    /** The organisations with those codes, held for this transaction. */
    void lock(List<String> codes) {
        database.sql(
                        "select code from organisation where code = any(array[:codes]::varchar[]) order by code for update")
                .param("codes", codes)
                .query(String.class)
                .list();
    }

    int version(String code) {
        return database.sql("select version from organisation where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    void found(Organisation organisation) {
        database.sql("""
                        insert into organisation (code, name_fr, name_ar, name_en, kind, valid_from, confidence, provenance)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        organisation.code(),
                        organisation.nameFr(),
                        organisation.nameAr(),
                        organisation.nameEn(),
                        organisation.kind().name(),
                        organisation.validFrom(),
                        organisation.confidence().name(),
                        organisation.provenance())
                .update();
    }

    void rename(Organisation organisation) {
        database.sql("""
                        update organisation set name_fr = ?, name_ar = ?, name_en = ?, confidence = 'CONFIRMED',
                               version = version + 1 where code = ?""")
                .params(organisation.nameFr(), organisation.nameAr(), organisation.nameEn(), organisation.code())
                .update();
    }

    void end(String code, LocalDate lastDay, @Nullable String successor) {
        database.sql("update organisation set valid_to = ?, successor = ?, version = version + 1 where code = ?")
                .params(lastDay, successor, code)
                .update();
    }

    /** Programmes that the organisation leads. */
    List<Integer> ledBy(String code) {
        return database.sql("select number from programme where lead = ? order by number")
                .param(code)
                .query(Integer.class)
                .list();
    }

    void lead(String code, String instead) {
        database.sql("update programme set lead = ?, version = version + 1 where lead = ?")
                .params(instead, code)
                .update();
    }
}
