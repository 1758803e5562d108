package ma.tansiq.notification;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.identity.MailMode;
import ma.tansiq.identity.People;
import org.springframework.stereotype.Component;

/** Names, addresses and languages of accounts. */
@Component
class Recipients {

    private final People people;

    Recipients(People people) {
        this.people = people;
    }

    Recipient of(String account) {
        return Objects.requireNonNull(of(List.of(account)).get(account));
    }

    /**
     * Each of the accounts, read together. One that is unknown by now still gets its mail written, without address, so
     * that the gap shows.
     */
    Map<String, Recipient> of(Collection<String> accounts) {
        Map<String, Recipient> found = people.find(accounts).stream()
                .map(each -> new Recipient(
                        each.account(),
                        each.name(),
                        each.email(),
                        each.writtenLanguage(),
                        each.mail() == MailMode.DIGEST))
                .collect(Collectors.toMap(Recipient::account, Function.identity()));
        accounts.forEach(each -> found.computeIfAbsent(each, Recipients::unknown));
        return found;
    }

    private static Recipient unknown(String account) {
        return new Recipient(account, account, "", Locale.FRENCH);
    }
}
