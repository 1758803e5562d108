package ma.tansiq.committee.body;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.ClaimedTasks;
import ma.tansiq.engine.CurrentGroups;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the engine's groups {@code <BODY>-chair|secretary|member|observer|alternate|guest} in step with the memberships
 * that are active today. No task is offered to alternates and guests; their groups let them read what they are invited
 * to.
 */
@Component
public class Mandates implements CurrentGroups {

    private static final List<String> OFFICES =
            List.of("chair", "secretary", "member", "observer", "alternate", "guest");
    private static final Pattern MANAGED = Pattern.compile("[A-Z][A-Z0-9]*-(" + String.join("|", OFFICES) + ")");

    private final Bodies bodies;
    private final Memberships memberships;
    private final Accounts accounts;
    private final ClaimedTasks claimed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mandates(
            Bodies bodies,
            Memberships memberships,
            Accounts accounts,
            ClaimedTasks claimed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.accounts = accounts;
        this.claimed = claimed;
        this.events = events;
        this.clock = clock;
    }

    /** The candidate groups of bodies that the account is in on that day, sorted. */
    @Transactional(readOnly = true)
    public List<String> groupsOf(String account, LocalDate date) {
        Map<String, List<Membership>> seats =
                memberships.activeAround(account, date).stream().collect(Collectors.groupingBy(Membership::body));
        return seats.entrySet().stream()
                .flatMap(body -> holdersByGroup(body.getKey(), body.getValue()).entrySet().stream())
                .filter(group -> group.getValue().contains(account))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Every group of the account at this moment: those of its mandates today, and those it has by function. */
    @Override
    @Transactional(readOnly = true)
    public Set<String> of(String account) {
        Set<String> groups = accounts.groupsOf(account).stream()
                .filter(group -> !MANAGED.matcher(group).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        groups.addAll(groupsOf(account, today()));
        return groups;
    }

    /**
     * Brings every group of every body to what holds today: at start, after the clock was moved, and after every full
     * hour, midnight among them in any zone; what one hour missed the next makes good.
     */
    @Transactional
    @Scheduled(cron = "0 1 * * * *")
    public void refresh() {
        Map<String, List<Membership>> seats =
                memberships.activeOn(today()).stream().collect(Collectors.groupingBy(Membership::body));
        bodies.all().forEach(body -> bringInStep(body, seats.getOrDefault(body.code(), List.of())));
        events.publishEvent(new Refreshed());
    }

    /**
     * The same when days have passed since that one, if a mandate began or ended in them; absences may have, whichever
     * mandates did.
     */
    @Transactional
    public void refreshSince(LocalDate day) {
        if (memberships.changeBetween(day, today())) {
            refresh();
        } else {
            events.publishEvent(new Refreshed());
        }
    }

    /** Groups are what holds today: published in the transaction that brings all of them in step. */
    public record Refreshed() {}

    /** Brings the groups of one body to what holds today. */
    @Transactional
    public void refresh(Body body) {
        bringInStep(body, memberships.activeOn(body.code(), today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void bringInStep(Body body, List<Membership> active) {
        Map<String, Set<String>> wanted = holdersByGroup(body.code(), active);
        Set<String> managed = wanted.keySet();
        Map<String, Set<String>> current = new TreeMap<>();
        managed.forEach(group -> current.put(group, membersOf(group)));
        managed.forEach(group -> accounts.provisionGroup(group, name(body, group)));
        Stream.concat(wanted.values().stream(), current.values().stream())
                .flatMap(Set::stream)
                .distinct()
                .filter(account -> !groupsIn(wanted, account).equals(groupsIn(current, account)))
                .forEach(account -> change(account, managed, groupsIn(current, account), groupsIn(wanted, account)));
    }

    /** What the account took for an office that it has no longer waits for the office again (rule A1b). */
    private void change(String account, Set<String> managed, Set<String> had, Set<String> has) {
        accounts.assignGroups(account, managed, has);
        Set<String> lost = new TreeSet<>(had);
        lost.removeAll(has);
        claimed.release(account, lost, Set.copyOf(accounts.groupsOf(account)));
    }

    private Set<String> membersOf(String group) {
        return accounts.membersOf(group).stream().map(Account::id).collect(Collectors.toSet());
    }

    private static Set<String> groupsIn(Map<String, Set<String>> byGroup, String account) {
        return byGroup.entrySet().stream()
                .filter(e -> e.getValue().contains(account))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> holdersByGroup(String body, List<Membership> active) {
        Offices offices = Offices.of(active);
        Map<String, Set<String>> groups = new TreeMap<>();
        OFFICES.forEach(office -> groups.put(body + "-" + office, new TreeSet<>()));
        add(groups, body + "-chair", offices.presiding());
        add(groups, body + "-secretary", offices.holders(MemberRole.SECRETARY));
        add(groups, body + "-member", offices.replaced());
        add(groups, body + "-member", offices.holders(MemberRole.VICE_CHAIR));
        add(groups, body + "-member", offices.holders(MemberRole.FULL_MEMBER));
        add(groups, body + "-observer", offices.holders(MemberRole.OBSERVER));
        add(groups, body + "-alternate", offices.holders(MemberRole.ALTERNATE));
        add(groups, body + "-guest", offices.holders(MemberRole.GUEST));
        return groups;
    }

    private static void add(Map<String, Set<String>> groups, String group, List<Membership> holders) {
        Set<String> members = groups.computeIfAbsent(group, g -> new HashSet<>());
        holders.stream().map(Membership::account).filter(a -> a != null).forEach(members::add);
    }

    private static String name(Body body, String group) {
        return group + " (" + body.nameFr() + ")";
    }
}
