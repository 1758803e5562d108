package ma.tansiq.engine;

import java.lang.reflect.Method;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import ma.tansiq.LegalTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The dates that Tasklist's filters compare with; days end at midnight in Morocco's legal time, weeks on Sunday. */
public final class QueryDates {

    private QueryDates() {}

    public static Date endOfToday() {
        return startOf(today().plusDays(1));
    }

    public static Date endOfWeek() {
        return startOf(today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    static Method method(String name) {
        try {
            return QueryDates.class.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), LegalTime.ZONE);
    }

    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(LegalTime.ZONE).toInstant());
    }
}
