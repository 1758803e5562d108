package ma.tansiq.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** The users and groups of the engine's identity tables, without the engine's types. */
@Component
public class Accounts {

    /** Group whose members administer: Cockpit, Admin, everything in the engine. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private static final Argon2 NOBODY = new Argon2();

    /** Of no password; checking one against it takes as long as against a real one. */
    static final String NOBODYS_PASSWORD =
            "$argon2id$v=19$m=16384,t=2,p=1$bm9ib2R5IHNpZ25zIGluLg$AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private final IdentityService identity;

    Accounts(IdentityService identity) {
        this.identity = identity;
    }

    public Optional<Account> find(String id) {
        return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                .map(Accounts::account);
    }

    /** Those of the accounts that exist, by id, in one query. */
    public Map<String, Account> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return identity.createUserQuery().userIdIn(ids.toArray(String[]::new)).unlimitedList().stream()
                .map(Accounts::account)
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** All accounts of that group, in the order of their ids. */
    public List<Account> membersOf(String group) {
        return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().unlimitedList().stream()
                .map(Accounts::account)
                .toList();
    }

    /** Given and family name by id, in one query; ids without an account are left out. */
    public Map<String, String> namesOf(Collection<String> ids) {
        return find(ids).values().stream().collect(Collectors.toMap(Account::id, Account::name));
    }

    public List<String> groupsOf(String id) {
        return identity.createGroupQuery().groupMember(id).unlimitedList().stream()
                .map(Group::getId)
                .sorted()
                .toList();
    }

    /** Creates the account, or updates name and address when it exists; the password of an existing account is kept. */
    public void provision(Account account, String password) {
        User user = Optional.ofNullable(
                        identity.createUserQuery().userId(account.id()).singleResult())
                .orElseGet(() -> newUser(account.id(), password));
        user.setFirstName(account.givenName());
        user.setLastName(account.familyName());
        user.setEmail(account.email());
        save(user);
    }

    /**
     * Creates those of the accounts that do not exist yet, all with that one password, hashed once: for demonstrations,
     * where a slow hash per account would only delay the start.
     *
     * @return the accounts that were created
     */
    public List<Account> provisionAlike(List<Account> wanted, String password) {
        List<Account> missing = missing(wanted);
        if (missing.isEmpty()) {
            return missing;
        }
        Account first = missing.get(0);
        provision(first, password);
        UserEntity model =
                (UserEntity) identity.createUserQuery().userId(first.id()).singleResult();
        missing.stream().skip(1).forEach(account -> saveAlike(account, model));
        return missing;
    }

    private List<Account> missing(List<Account> wanted) {
        String[] ids = wanted.stream().map(Account::id).toArray(String[]::new);
        Set<String> existing = identity.createUserQuery().userIdIn(ids).unlimitedList().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
        return wanted.stream()
                .filter(account -> !existing.contains(account.id()))
                .toList();
    }

    private void saveAlike(Account account, UserEntity model) {
        UserEntity user = (UserEntity) identity.newUser(account.id());
        user.setFirstName(account.givenName());
        user.setLastName(account.familyName());
        user.setEmail(account.email());
        user.setDbPassword(model.getPassword());
        user.setSalt(model.getSalt());
        save(user);
    }

    /** Whether that is the account's password; takes as long for an account that does not exist. */
    public boolean passwordMatches(String id, String password) {
        if (find(id).isEmpty()) {
            NOBODY.check(password, NOBODYS_PASSWORD);
            return false;
        }
        return identity.checkPassword(id, password);
    }

    /** Gives an existing account a new password; whether it is good enough is the caller's rule. */
    public void changePassword(String id, String password) {
        User user = identity.createUserQuery().userId(id).singleResult();
        user.setPassword(password);
        save(user);
    }

    public void provisionGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType("TANSIQ");
        identity.saveGroup(group);
    }

    /** Makes the account a member of exactly those of the given candidate groups that {@code wanted} names; others stay. */
    public void assignGroups(String id, Collection<String> managed, Set<String> wanted) {
        List<String> current = groupsOf(id);
        managed.stream()
                .filter(current::contains)
                .filter(g -> !wanted.contains(g))
                .forEach(g -> identity.deleteMembership(id, g));
        wanted.stream().filter(g -> !current.contains(g)).forEach(g -> identity.createMembership(id, g));
    }

    private User newUser(String id, String password) {
        User user = identity.newUser(id);
        user.setPassword(password);
        return user;
    }

    /** Past the engine's password policy, which is for what people choose in Admin. */
    private void save(User user) {
        ((IdentityServiceImpl) identity).saveUser(user, true);
    }

    static Account account(User user) {
        return new Account(user.getId(), text(user.getFirstName()), text(user.getLastName()), text(user.getEmail()));
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
