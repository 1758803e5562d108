package ma.tansiq.committee.web;

import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may open the pages of a matter (rule B8). */
@Component
class MatterAccess {

    private final MatterFiles files;
    private final Scopes scopes;
    private final Offered offered;

    MatterAccess(MatterFiles files, Scopes scopes, Offered offered) {
        this.files = files;
        this.scopes = scopes;
        this.offered = offered;
    }

    /** The matter, if it is there and the reader's to see: of a body that it came before, or for a secret one by name. */
    MatterFile file(String reference, String reader) {
        MatterFile found = files.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Scope scope = scopes.of(reader);
        boolean concerned = found.bodies().stream().anyMatch(scope::sees);
        boolean named = !found.head().isSecret()
                || reader.equals(found.head().proposedBy())
                || found.bodies().stream().anyMatch(each -> offered.secrets(each, reader));
        if (!concerned || !named) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }
}
