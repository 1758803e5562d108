package ma.tansiq.grant.agreement;

import java.time.LocalDate;
import java.util.List;

/**
 * What the officer lays down when preparing an agreement.
 *
 * @param startsOn first day of the project
 * @param endsOn last day of the project
 * @param conditions particular conditions; empty when there are none
 * @param reportsDueOn last day of each report, one per instalment, in their order
 */
public record Terms(LocalDate startsOn, LocalDate endsOn, String conditions, List<LocalDate> reportsDueOn) {

    static final int LONGEST_MONTHS = 36;

    void check(Agreement agreement, LocalDate today) {
        if (!endsOn.isAfter(startsOn)) {
            throw AgreementRefusal.because("period");
        }
        if (endsOn.isAfter(startsOn.plusMonths(LONGEST_MONTHS))) {
            throw AgreementRefusal.because("tooLong", LONGEST_MONTHS);
        }
        if (!endsOn.isAfter(today)) {
            throw AgreementRefusal.because("periodOver");
        }
        if (reportsDueOn.size() != agreement.instalments().size()) {
            throw AgreementRefusal.because(
                    "reportDates", agreement.instalments().size());
        }
        for (int i = 0; i < reportsDueOn.size(); i++) {
            if (!reportsDueOn.get(i).isAfter(i == 0 ? startsOn : reportsDueOn.get(i - 1))) {
                throw AgreementRefusal.because("reportOrder", i + 1);
            }
        }
    }
}
