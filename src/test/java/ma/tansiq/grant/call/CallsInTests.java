package ma.tansiq.grant.call;

import org.springframework.stereotype.Component;

/** The short way to a published call, for tests that are about what comes after. */
@Component
public class CallsInTests {

    private final CallManagement management;

    CallsInTests(CallManagement management) {
        this.management = management;
    }

    public String published(CallKind kind, CallTerms terms) {
        String call = management.begin(kind, terms.titleFr(), "officer");
        management.draft(call, terms, "officer");
        management.approve(call, "ordo");
        return call;
    }
}
