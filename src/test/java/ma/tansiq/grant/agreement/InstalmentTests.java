package ma.tansiq.grant.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import ma.tansiq.grant.envelope.Dirhams;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** Rule E7: instalments by default 60/40; whatever the shares, they make the whole grant. */
class InstalmentTests {

    @Example
    void sharesAreTakenDownToTheCentimeAndTheLastTakesTheRest() {
        assertThat(Instalment.plan(Dirhams.of("33333.33"), List.of(60, 40)))
                .extracting(Instalment::amount)
                .containsExactly(Dirhams.of("19999.99"), Dirhams.of("13333.34"));
    }

    @Property
    void instalmentsMakeTheWholeGrant(
            @ForAll @BigRange(min = "1.00", max = "9999999999.99") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(min = 1, max = 49) int first,
            @ForAll @IntRange(min = 1, max = 50) int second) {
        assertThat(Instalment.plan(new Dirhams(amount), List.of(first, second, 100 - first - second)).stream()
                        .map(Instalment::amount)
                        .reduce(Dirhams.ZERO, Dirhams::plus))
                .isEqualTo(new Dirhams(amount));
    }

    @Example
    void sharesThatDoNotMakeAHundredAreRefused() {
        assertThatThrownBy(() -> Instalment.plan(Dirhams.of(100), List.of(60, 30)))
                .isInstanceOf(AgreementRefusal.class);
        assertThatThrownBy(() -> Instalment.plan(Dirhams.of(100), List.of())).isInstanceOf(AgreementRefusal.class);
    }
}
