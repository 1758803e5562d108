package ma.tansiq.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.calendar.Holidays;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.meeting.SessionsOnHolidays;
import ma.tansiq.strategy.SpecificObjectives;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where administrators start: what there is to administer, and what waits for them. */
@Controller
class AdministrationPage {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Holidays holidays;
    private final SessionsOnHolidays sessions;
    private final SpecificObjectives objectives;
    private final Clock clock;

    AdministrationPage(
            Bodies bodies,
            Memberships memberships,
            Holidays holidays,
            SessionsOnHolidays sessions,
            SpecificObjectives objectives,
            Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.holidays = holidays;
        this.sessions = sessions;
        this.objectives = objectives;
        this.clock = clock;
    }

    @GetMapping("/admin")
    String show(Model model) {
        LocalDate today = LocalDate.now(clock);
        Set<String> closed = bodies.closed().stream().map(Body::code).collect(Collectors.toSet());
        model.addAttribute(
                "vacant",
                memberships.activeOn(today).stream()
                        .filter(each -> each.isVacant() && !closed.contains(each.body()))
                        .toList());
        model.addAttribute(
                "unconfirmed",
                holidays.between(today, today.plusYears(1)).stream()
                        .filter(holiday -> !holiday.confirmed())
                        .toList());
        model.addAttribute("clashes", sessions.all());
        model.addAttribute(
                "nameless",
                objectives.all().stream()
                        .filter(objective -> objective.textFr() == null)
                        .toList());
        return "administration/start";
    }
}
