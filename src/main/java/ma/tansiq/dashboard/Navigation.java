package ma.tansiq.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which pages the bar offers to somebody in these groups; a page that is not offered is refused all the same. */
record Navigation(Set<String> groups, boolean demonstration) {

    private static final Pattern BODY = Pattern.compile("[A-Z][A-Z0-9]*-(chair|secretary|member|observer)");

    static Navigation of(Set<String> groups, boolean demonstration) {
        return new Navigation(groups, demonstration);
    }

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
        if (inBody()) {
            addresses.add("/my-committees");
        }
        if (inBody() || seesEverything()) {
            addresses.addAll(List.of("/coordination", "/coordination/meetings", "/coordination/actions"));
        }
        if (seesEverything()) {
            addresses.add("/coordination/mail");
        }
        if (groups.contains("camunda-admin")) {
            addresses.add("/camunda/app/cockpit/default/");
        }
        if (demonstration && isAny("coordinator", "camunda-admin")) {
            addresses.add("/demo/clock");
        }
        return addresses;
    }

    private boolean inBody() {
        return groups.stream().anyMatch(BODY.asMatchPredicate());
    }

    private boolean seesEverything() {
        return isAny("coordinator", "auditor", "camunda-admin");
    }

    private boolean isAny(String... names) {
        return List.of(names).stream().anyMatch(groups::contains);
    }

    private static String label(String address) {
        return address.replace("/camunda/app", "").replace("/default/", "").replace('/', '.');
    }
}
