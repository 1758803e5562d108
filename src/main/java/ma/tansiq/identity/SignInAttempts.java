package ma.tansiq.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits how often somebody may try to sign in, over all nodes: within a quarter of an hour 8 failures for one account
 * from one address, 40 for one account, 100 from one address. Nobody is locked out by others trying a few times.
 */
@Component
class SignInAttempts {

    static final int PER_PAIR = 8;

    private static final int PER_ACCOUNT = 40;
    private static final int PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private record Failures(long pair, long account, long address) {}

    private final JdbcClient database;
    private final Clock clock;

    SignInAttempts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean tooMany(String account, String address) {
        Failures failures = database.sql("""
                        select count(*) filter (where name_hash = :name and address = :address) as pair,
                               count(*) filter (where name_hash = :name) as account,
                               count(*) filter (where address = :address) as address
                        from sign_in_failure
                        where (name_hash = :name or address = :address) and failed_at > :since
                        """)
                .param("name", hash(account))
                .param("address", address)
                .param("since", windowStart())
                .query(Failures.class)
                .single();
        return failures.pair() >= PER_PAIR || failures.account() >= PER_ACCOUNT || failures.address() >= PER_ADDRESS;
    }

    void failed(String account, String address) {
        database.sql("insert into sign_in_failure (name_hash, address, failed_at) values (:name, :address, :now)")
                .param("name", hash(account))
                .param("address", address)
                .param("now", now())
                .update();
        database.sql("delete from sign_in_failure where failed_at <= :since")
                .param("since", windowStart())
                .update();
    }

    void succeeded(String account, String address) {
        database.sql("delete from sign_in_failure where name_hash = :name and address = :address")
                .param("name", hash(account))
                .param("address", address)
                .update();
    }

    private OffsetDateTime windowStart() {
        return now().minus(WINDOW);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String hash(String account) {
        try {
            byte[] name = account.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
