package ma.tansiq.committee.web;

import java.util.List;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.committee.matter.NamedPeople;
import ma.tansiq.committee.opinion.OpinionRequest;
import ma.tansiq.committee.opinion.OpinionRequests;
import ma.tansiq.engine.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may open the pages of a matter (rule B8). */
@Component
class MatterAccess {

    private final MatterFiles files;
    private final Scopes scopes;
    private final Offered offered;
    private final OpinionRequests opinions;
    private final Accounts accounts;
    private final NamedPeople people;

    MatterAccess(
            MatterFiles files,
            Scopes scopes,
            Offered offered,
            OpinionRequests opinions,
            Accounts accounts,
            NamedPeople people) {
        this.files = files;
        this.scopes = scopes;
        this.offered = offered;
        this.opinions = opinions;
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * The matter, if it is there and the reader's to see: of a body that it came before, or for a secret one by name.
     * Whoever is asked for an opinion on it reads it too (rule B6).
     */
    MatterFile file(String reference, String reader) {
        MatterFile found = files.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Scope scope = scopes.of(reader);
        boolean concerned = found.bodies().stream().anyMatch(scope::sees) || isAdviser(reference, reader);
        boolean named = !found.head().isSecret()
                || reader.equals(found.head().proposedBy())
                || found.bodies().stream().anyMatch(each -> offered.secrets(each, reader))
                || people.includes(reference, reader);
        concerned |= found.head().isSecret() && people.includes(reference, reader);
        if (!concerned || !named) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }

    private boolean isAdviser(String matter, String reader) {
        List<OpinionRequest> asked = opinions.about(List.of(matter));
        return asked.stream()
                        .anyMatch(each -> each.person().filter(reader::equals).isPresent())
                || accounts.groupsOf(reader).stream()
                        .anyMatch(group -> asked.stream()
                                .anyMatch(each ->
                                        each.office().filter(group::equals).isPresent()));
    }
}
