package ma.tansiq.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.committee.body.BodyManagement;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.identity.Functions;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Creates the demonstration's accounts and gives them their seats, at the first start. What people changed afterwards
 * stays: an account that exists is left alone, and so is its seat.
 */
@Component
@Profile("demonstration")
class DemonstrationAccounts implements SmartLifecycle {

    /** After the bodies and functions, before the groups of bodies and the web server. */
    static final int PHASE = 300;

    private final Accounts accounts;
    private final BodyManagement bodies;
    private final TransactionOperations transaction;

    private boolean running;

    DemonstrationAccounts(Accounts accounts, BodyManagement bodies, TransactionOperations transaction) {
        this.accounts = accounts;
        this.bodies = bodies;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> create());
        running = true;
    }

    private void create() {
        List<Account> created = accounts.provisionAlike(Cast.accounts(), Cast.PASSWORD);
        if (created.isEmpty()) {
            return;
        }
        Set<String> ids = created.stream().map(Account::id).collect(Collectors.toSet());
        Cast.functionsByAccount().forEach((account, groups) -> assign(account, groups, ids));
        bodies.fillVacantSeats(seatsOf(ids));
    }

    private void assign(String account, Set<String> groups, Set<String> created) {
        if (created.contains(account)) {
            accounts.assignGroups(account, Functions.NAMES.keySet(), groups);
        }
    }

    private static Map<String, String> seatsOf(Set<String> created) {
        return Cast.seats().entrySet().stream()
                .filter(seat -> created.contains(seat.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
