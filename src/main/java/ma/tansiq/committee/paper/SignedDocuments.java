package ma.tansiq.committee.paper;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.OncePerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sealed records of decisions and minutes, all versions. */
@Repository
public class SignedDocuments {

    private record Versions(String meeting, SignedDocument.Kind kind) {}

    private final JdbcClient database;
    private final OncePerTransaction<Versions, List<SignedDocument>> read = new OncePerTransaction<>();

    SignedDocuments(JdbcClient database) {
        this.database = database;
    }

    /** Oldest version first. */
    public List<SignedDocument> of(String meeting, SignedDocument.Kind kind) {
        return read.get(new Versions(meeting, kind), this::read);
    }

    private List<SignedDocument> read(Versions versions) {
        return database.sql("""
                        select kind, version, document, sha256, earlier_sha256, motive from signed_document
                        where meeting = :meeting and kind = :kind order by version""")
                .param("meeting", versions.meeting())
                .param("kind", versions.kind().name())
                .query(SignedDocument.class)
                .list();
    }

    public Optional<SignedDocument> latest(String meeting, SignedDocument.Kind kind) {
        List<SignedDocument> all = of(meeting, kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Seals the next version, which names the one before it. */
    @SuppressWarnings("TooManyParameters")
    SignedDocument seal(
            String meeting,
            SignedDocument.Kind kind,
            StoredDocument document,
            Signature by,
            @Nullable String motive,
            Instant at) {
        Optional<SignedDocument> earlier = latest(meeting, kind);
        SignedDocument sealed = new SignedDocument(
                kind,
                earlier.map(SignedDocument::version).orElse(0) + 1,
                document.id(),
                document.sha256(),
                earlier.map(SignedDocument::sha256).orElse(null),
                motive);
        read.forget(new Versions(meeting, kind));
        Signature.PaperSignature paper = by.paper();
        database.sql("""
                        insert into signed_document (meeting, kind, version, document, sha256, earlier_sha256, signatory,
                            signed_at, paper_scan, paper_signed_on, registry_number, recorded_by, sealed_at, motive)
                        values (:meeting, :kind, :version, :document, :sha256, :earlier, :signatory,
                            :signedAt, :scan, :signedOn, :registry, :recordedBy, :at, :motive)""")
                .param("meeting", meeting)
                .param("kind", kind.name())
                .param("version", sealed.version())
                .param("document", sealed.document())
                .param("sha256", sealed.sha256())
                .param("earlier", sealed.earlierSha256())
                .param("signatory", by.signatory())
                .param("signedAt", Timestamp.from(by.signedAt()))
                .param("scan", paper == null ? null : paper.scan())
                .param("signedOn", paper == null ? null : paper.signedOn())
                .param("registry", paper == null ? null : paper.registryNumber())
                .param("recordedBy", by.recordedBy())
                .param("at", Timestamp.from(at))
                .param("motive", motive)
                .update();
        return sealed;
    }
}
