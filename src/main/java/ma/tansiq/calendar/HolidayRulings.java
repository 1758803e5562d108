package ma.tansiq.calendar;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The administrators' rulings, append-only. */
@Component
class HolidayRulings {

    private final JdbcClient database;

    HolidayRulings(JdbcClient database) {
        this.database = database;
    }

    /** The ruling in force for each reference. */
    List<HolidayRuling> current() {
        return database.sql("select distinct on (reference) * from holiday_ruling order by reference, version desc")
                .query(HolidayRuling.class)
                .list();
    }

    /** The last rulings on days off between those days, the latest first; no more than that many. */
    List<HolidayRuling> between(LocalDate from, LocalDate to, int limit) {
        return database.sql("select * from holiday_ruling where first_day between ? and ?"
                        + " order by ruled_at desc, reference, version desc limit ?")
                .params(from, to, limit)
                .query(HolidayRuling.class)
                .list();
    }

    /** All rulings on that day off, oldest first. */
    List<HolidayRuling> of(String reference) {
        return database.sql("select * from holiday_ruling where reference = ? order by version")
                .param(reference)
                .query(HolidayRuling.class)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else has just ruled on the same day off */
    void add(HolidayRuling ruling) {
        database.sql("insert into holiday_ruling (reference, version, what, first_day, name, act, ruled_by, ruled_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        ruling.reference(),
                        ruling.version(),
                        ruling.what().name(),
                        ruling.firstDay(),
                        ruling.name(),
                        ruling.act(),
                        ruling.ruledBy(),
                        Timestamp.from(ruling.ruledAt()))
                .update();
    }
}
