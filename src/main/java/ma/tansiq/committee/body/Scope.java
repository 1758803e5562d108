package ma.tansiq.committee.body;

import java.util.Set;

/**
 * Whose meetings, tasks and actions a person may see: everybody's, or those of certain bodies.
 *
 * @param everything for coordinators and auditors
 * @param bodies codes of the bodies where the person holds a seat today
 * @param account sign-in name of the person
 * @param offices those of the bodies that the person presides or keeps the papers of today, and so knows their secrets
 */
public record Scope(String account, boolean everything, Set<String> bodies, Set<String> offices) {

    public boolean sees(String body) {
        return everything || bodies.contains(body);
    }

    /** Whether that reference of a meeting or action, or a matter's body, belongs to what the person may see. */
    public boolean seesReference(String businessKey) {
        int end = businessKey.indexOf('-');
        return everything || (end > 0 && bodies.contains(businessKey.substring(0, end)));
    }

    /** Whether there is nothing of the coordination that the person may see. */
    public boolean isEmpty() {
        return !everything && bodies.isEmpty();
    }
}
