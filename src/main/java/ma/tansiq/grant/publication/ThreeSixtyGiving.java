package ma.tansiq.grant.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Grants in the 360Giving data standard 1.4: its required fields, programme and planned dates. */
@Component
class ThreeSixtyGiving {

    private final PublicationSettings settings;
    private final Funder funder;

    ThreeSixtyGiving(PublicationSettings settings, Funder funder) {
        this.settings = settings;
        this.funder = funder;
    }

    Map<String, Object> of(List<PublishedGrant> grants) {
        String name = funder.name();
        return Map.of("grants", grants.stream().map(each -> grant(each, name)).toList());
    }

    private Map<String, Object> grant(PublishedGrant each, String funderName) {
        Map<String, Object> grant = new LinkedHashMap<>();
        grant.put("id", settings.prefix() + "-" + each.reference());
        grant.put("title", each.title());
        grant.put("description", each.title());
        grant.put("currency", "MAD");
        grant.put("amountAwarded", each.amount().amount());
        grant.put("awardDate", each.signedOn().toString());
        grant.put(
                "plannedDates",
                List.of(Map.of(
                        "startDate",
                        each.startsOn().toString(),
                        "endDate",
                        each.endsOn().toString())));
        grant.put("recipientOrganization", List.of(organisation(each.organisation(), each.nameFr())));
        grant.put("fundingOrganization", List.of(organisation(settings.funder(), funderName)));
        grant.put("grantProgramme", List.of(Map.of("code", each.call(), "title", each.call())));
        return grant;
    }

    private Map<String, String> organisation(String code, String name) {
        return Map.of("id", settings.prefix() + "-" + code, "name", name);
    }
}
