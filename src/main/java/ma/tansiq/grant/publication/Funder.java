package ma.tansiq.grant.publication;

import java.util.Locale;
import ma.tansiq.strategy.Organisations;
import org.springframework.stereotype.Component;

/** Who funds the grants, by name. */
@Component
class Funder {

    private final PublicationSettings settings;
    private final Organisations organisations;

    Funder(PublicationSettings settings, Organisations organisations) {
        this.settings = settings;
        this.organisations = organisations;
    }

    /** French, as the published data are; the code when the strategy does not name it. */
    String name() {
        return organisations
                .find(settings.funder())
                .map(each -> each.name(Locale.FRENCH))
                .orElse(settings.funder());
    }
}
