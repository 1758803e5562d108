package ma.tansiq.committee.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import ma.tansiq.committee.body.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of a file whether it is one that was sealed, by its SHA-256 alone (rule C5). Nothing of the file is kept. */
@Component
class SealCheck {

    private final JdbcClient database;

    SealCheck(JdbcClient database) {
        this.database = database;
    }

    /**
     * A sealed document.
     *
     * @param later the latest version of it, when that is another one
     */
    record Found(
            String meeting,
            String body,
            String kind,
            int version,
            Instant sealedAt,
            String signatory,
            @Nullable Integer later) {}

    /** In hexadecimal; the content is read to its end and not held. */
    static String hash(InputStream content) throws IOException {
        DigestInputStream digested = new DigestInputStream(content, sha256());
        digested.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    /** The sealed document with that hash, of whatever meeting that the reader may see. */
    Optional<Found> find(String sha256, Scope scope) {
        return database.sql("""
                        select s.meeting, m.body, s.kind, s.version, s.sealed_at, s.signatory,
                               (select max(l.version) from signed_document l
                                 where l.meeting = s.meeting and l.kind = s.kind and l.version > s.version) as later
                          from signed_document s join meeting m on m.reference = s.meeting
                         where s.sha256 = :sha256 limit 1""")
                .param("sha256", sha256)
                .query(Found.class)
                .optional()
                .filter(found -> scope.sees(found.body()));
    }

    /** Name of a file of that meeting with that hash which is not a sealed one: a draft, a translation, a scan. */
    Optional<String> kept(String sha256, String meeting) {
        return database.sql("select name from stored_document where owner = :meeting and sha256 = :sha256 limit 1")
                .param("meeting", meeting)
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
