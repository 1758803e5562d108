package ma.tansiq.notification;

import java.util.Locale;
import ma.tansiq.identity.People;
import org.springframework.stereotype.Component;

/** Names, addresses and languages of accounts. */
@Component
class Recipients {

    private final People people;

    Recipients(People people) {
        this.people = people;
    }

    /** An account that is unknown by now still gets its mail written, without address, so that the gap shows. */
    Recipient of(String account) {
        return people.find(account)
                .map(known -> new Recipient(account, known.name(), known.email(), known.writtenLanguage()))
                .orElseGet(() -> new Recipient(account, account, "", Locale.FRENCH));
    }
}
