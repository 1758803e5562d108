package ma.tansiq.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.springframework.stereotype.Component;

/** Everybody who has an account, with their preferences. */
@Component
public class People {

    private final Accounts accounts;
    private final Preferences preferences;

    People(Accounts accounts, Preferences preferences) {
        this.accounts = accounts;
        this.preferences = preferences;
    }

    public Optional<Person> find(String account) {
        return accounts.find(account).map(this::person);
    }

    /** Those of the accounts that exist, in the order given, each once. */
    public List<Person> find(Collection<String> wanted) {
        return wanted.stream()
                .distinct()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** All members of that group, in the order of their accounts. */
    public List<Person> membersOf(String group) {
        return accounts.membersOf(group).stream().map(this::person).toList();
    }

    /** The name to show for an account, also for one that is no more. */
    public String nameOf(String account) {
        return find(account).map(Person::name).orElse(account);
    }

    private Person person(Account account) {
        Preferences.Preference chosen = preferences.of(account.id());
        return new Person(
                account.id(),
                account.name().isEmpty() ? account.id() : account.name(),
                account.email(),
                chosen.language().map(Language::locale),
                chosen.mail());
    }
}
