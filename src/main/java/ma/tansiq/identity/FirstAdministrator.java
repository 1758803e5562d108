package ma.tansiq.identity;

import java.util.List;
import java.util.Set;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one account that production starts with, provisioned by its operator ({@code tansiq.administrator.*}). Created
 * when it is not there; an account that exists keeps its name, address and password.
 */
@Component
@Profile("production")
class FirstAdministrator implements SmartLifecycle {

    /** After the groups, before the web server. */
    static final int PHASE = 300;

    private static final String GROUP = "camunda-admin";

    private final Accounts accounts;
    private final Account administrator;
    private final String password;
    private boolean running;

    FirstAdministrator(
            Accounts accounts,
            @Value("${tansiq.administrator.id}") String id,
            @Value("${tansiq.administrator.name}") String name,
            @Value("${tansiq.administrator.email}") String email,
            @Value("${tansiq.administrator.password}") String password) {
        this.accounts = accounts;
        this.administrator = named(id, name, email);
        this.password = password;
    }

    @Override
    @Transactional
    public void start() {
        if (accounts.find(administrator.id()).isEmpty()) {
            accounts.provision(administrator, password);
            accounts.assignGroups(administrator.id(), List.of(GROUP), Set.of(GROUP));
        }
        running = true;
    }

    private static Account named(String id, String name, String email) {
        String[] parts = name.strip().split("\\s+", 2);
        return new Account(id.strip(), parts[0], parts.length > 1 ? parts[1] : "", email.strip());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
