package ma.tansiq.committee.body;

import org.springframework.stereotype.Component;

/**
 * Names the candidate groups that diagrams give tasks to. A business key begins with the code of its body: {@code
 * CP11-2026-03} is a meeting of CP11, {@code CP11-2026-03-A1} an action that CP11 decided.
 */
@Component("groups")
public class Groups {

    public String secretaryOf(String businessKey) {
        return secretaryGroup(bodyOf(businessKey));
    }

    /** @param body code of the body */
    public static String secretaryGroup(String body) {
        return body + "-secretary";
    }

    public String chairOf(String businessKey) {
        return chairGroup(bodyOf(businessKey));
    }

    /** @param body code of the body */
    public static String chairGroup(String body) {
        return body + "-chair";
    }

    public static String bodyOf(String businessKey) {
        return businessKey.substring(0, businessKey.indexOf('-'));
    }
}
