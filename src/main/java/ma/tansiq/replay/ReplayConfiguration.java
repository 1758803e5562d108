package ma.tansiq.replay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Chance and absences of the plan that is played. */
@Configuration(proxyBeanMethods = false)
@Profile("replay")
class ReplayConfiguration {

    @Bean
    Chance chance(ReplayPlan plan) {
        return Chance.of(plan.seed());
    }

    @Bean
    Absences simulatedAbsences(ReplayPlan plan, Chance chance) {
        return new Absences(chance, plan.from(), plan.days());
    }
}
