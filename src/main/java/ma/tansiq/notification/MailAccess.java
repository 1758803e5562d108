package ma.tansiq.notification;

import java.security.Principal;
import java.util.Set;
import ma.tansiq.engine.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Coordinators and administrators look after mail; auditors read it. */
@Component
class MailAccess {

    private static final Set<String> KEEPERS = Set.of("coordinator", "camunda-admin");

    private final Acting acting;

    MailAccess(Acting acting) {
        this.acting = acting;
    }

    void requireReader(@Nullable Principal person) {
        if (!mayRetry(person) && !groups(person).contains("auditor")) {
            throw new AccessDeniedException("mail is read by coordinators, administrators and auditors");
        }
    }

    void requireKeeper(@Nullable Principal person) {
        if (!mayRetry(person)) {
            throw new AccessDeniedException("mail is retried by coordinators and administrators");
        }
    }

    boolean mayRetry(@Nullable Principal person) {
        return groups(person).stream().anyMatch(KEEPERS::contains);
    }

    private Set<String> groups(@Nullable Principal person) {
        return person == null ? Set.of() : acting.groupsOf(person.getName());
    }
}
