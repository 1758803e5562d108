package ma.tansiq.committee.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret in the address of a person's calendars: 256 random bits, one for each account. It is shown once; what is kept
 * of it does not give it away.
 */
@Repository
class FeedTokens {

    private static final int BYTES = 32;
    private static final int LONGEST = 128;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FeedTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param usedAt when a calendar program last came; null when none ever did */
    record Granted(Instant createdAt, @Nullable Instant usedAt) {}

    Optional<Granted> of(String account) {
        return database.sql("select created_at, used_at from feed_token where account = :account")
                .param("account", account)
                .query(Granted.class)
                .optional();
    }

    /** A new secret; addresses with an earlier one end at once. */
    @Transactional
    String renew(String account) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("""
                        insert into feed_token (account, sha256, created_at) values (:account, :sha256, :at)
                        on conflict (account) do update
                           set sha256 = excluded.sha256, created_at = excluded.created_at, used_at = null""")
                .param("account", account)
                .param("sha256", fingerprint(token))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return token;
    }

    @Transactional
    void revoke(String account) {
        database.sql("delete from feed_token where account = :account")
                .param("account", account)
                .update();
    }

    /** Whose secret it is; empty when it is nobody's, or nobody's any more. */
    @Transactional
    Optional<String> owner(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        return database.sql("update feed_token set used_at = :at where sha256 = :sha256 returning account")
                .param("at", Timestamp.from(clock.instant()))
                .param("sha256", fingerprint(token))
                .query(String.class)
                .optional();
    }

    private static String fingerprint(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
