package ma.tansiq.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ma.tansiq.committee.body.Scope;

/**
 * Which pages the bar offers to a reader; a page that is not offered is refused all the same.
 *
 * @param scope whose meetings the reader may see
 * @param groups of the reader, for what comes with a function
 */
record Navigation(Scope scope, Set<String> groups, boolean demonstration) {

    private static final Pattern SEAT =
            Pattern.compile("[A-Z][A-Z0-9]*-(chair|secretary|member|observer|alternate|guest)");

    /** The entries in order, the one that the path belongs to marked. */
    List<NavigationEntry> entriesOn(String path) {
        List<String> addresses = addresses();
        String current = addresses.stream()
                .filter(address -> path.equals(address) || path.startsWith(address + "/"))
                .max((one, other) -> one.length() - other.length())
                .orElse("");
        return addresses.stream()
                .map(address -> new NavigationEntry(address, "navigation" + label(address), address.equals(current)))
                .toList();
    }

    private List<String> addresses() {
        List<String> addresses = new ArrayList<>(List.of("/camunda/app/tasklist/default/"));
        if (groups.stream().anyMatch(SEAT.asMatchPredicate())) {
            addresses.add("/my-committees");
        }
        if (scope.everything() || groups.stream().anyMatch(SEAT.asMatchPredicate())) {
            addresses.addAll(List.of(
                    "/coordination", "/coordination/meetings", "/coordination/matters", "/coordination/actions"));
        }
        if (isAny("grant-officer", "authorising-officer", "finance", "coordinator", "auditor")) {
            addresses.add("/coordination/grants");
        }
        if (isAny("coordinator", "auditor", "camunda-admin")) {
            addresses.add("/coordination/mail");
        }
        if (isAny("auditor") && !isAny("camunda-admin")) {
            addresses.add("/admin/audit");
        }
        if (isAny("camunda-admin")) {
            addresses.addAll(List.of("/admin", "/camunda/app/cockpit/default/"));
        }
        if (demonstration && isAny("coordinator", "camunda-admin")) {
            addresses.addAll(List.of("/demo/clock", "/demo/mailbox"));
        }
        return addresses;
    }

    private boolean isAny(String... names) {
        return List.of(names).stream().anyMatch(groups::contains);
    }

    private static String label(String address) {
        return address.replace("/camunda/app", "").replace("/default/", "").replace('/', '.');
    }
}
