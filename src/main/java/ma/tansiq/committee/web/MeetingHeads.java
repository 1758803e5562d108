package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.function.BiPredicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A meeting for pages that change it: 404 when there is none, 403 when its changes are not for the reader to make. */
@Component
class MeetingHeads {

    private final MeetingFiles files;
    private final Offered offered;

    MeetingHeads(MeetingFiles files, Offered offered) {
        this.files = files;
        this.offered = offered;
    }

    MeetingFile.Head forSecretary(String reference, Principal reader) {
        return offered(reference, reader, offered::secretary);
    }

    MeetingFile.Head forSecretaryOrChair(String reference, Principal reader) {
        return offered(reference, reader, offered::secretaryOrChair);
    }

    private MeetingFile.Head offered(String reference, Principal reader, BiPredicate<String, String> allowed) {
        MeetingFile.Head head =
                files.head(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!allowed.test(head.body(), reader.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return head;
    }
}
