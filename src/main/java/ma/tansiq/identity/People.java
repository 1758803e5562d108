package ma.tansiq.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.identity.Preferences.Preference;
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
        return accounts.find(account).map(each -> person(each, preferences.of(each.id())));
    }

    /** Those of the accounts that exist, in the order given, each once. */
    public List<Person> find(Collection<String> wanted) {
        Map<String, Account> known = accounts.find(wanted);
        return people(wanted.stream()
                .distinct()
                .flatMap(each -> Stream.ofNullable(known.get(each)))
                .toList());
    }

    /** Whether one of the accounts is written to in that language, which is not French. */
    public boolean anyReads(Locale language, Collection<String> wanted) {
        return preferences.of(wanted).values().stream()
                .flatMap(each -> each.language().stream())
                .anyMatch(each -> each.locale().getLanguage().equals(language.getLanguage()));
    }

    /** All members of that group, in the order of their accounts. */
    public List<Person> membersOf(String group) {
        return people(accounts.membersOf(group));
    }

    /** The name to show for an account, also for one that is no more. */
    public String nameOf(String account) {
        return find(account).map(Person::name).orElse(account);
    }

    private List<Person> people(List<Account> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        Map<String, Preference> chosen =
                preferences.of(known.stream().map(Account::id).toList());
        return known.stream()
                .map(each -> person(each, chosen.getOrDefault(each.id(), Preference.NONE)))
                .toList();
    }

    private static Person person(Account account, Preference chosen) {
        return new Person(
                account.id(),
                account.name().isEmpty() ? account.id() : account.name(),
                account.email(),
                chosen.language().map(Language::locale),
                chosen.mail());
    }
}
