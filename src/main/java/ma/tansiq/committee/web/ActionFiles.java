package ma.tansiq.committee.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.tansiq.committee.action.ActionEvidence;
import ma.tansiq.committee.action.ActionExtensions;
import ma.tansiq.committee.action.ActionReports;
import ma.tansiq.document.Documents;
import ma.tansiq.document.StoredDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads an action's file. What a secret matter started shows to its owner, and to the body's chair and secretary. */
@Component
class ActionFiles {

    private final JdbcClient database;
    private final ActionReports reports;
    private final ActionEvidence evidence;
    private final ActionExtensions extensions;
    private final Documents documents;

    ActionFiles(
            JdbcClient database,
            ActionReports reports,
            ActionEvidence evidence,
            ActionExtensions extensions,
            Documents documents) {
        this.database = database;
        this.reports = reports;
        this.evidence = evidence;
        this.extensions = extensions;
        this.documents = documents;
    }

    /**
     * The file, all of one moment.
     *
     * @param secrets whether the reader may know the body's secret matters
     */
    @Transactional(readOnly = true)
    public Optional<ActionFile> find(String reference, String reader, boolean secrets) {
        return head(reference, reader, secrets)
                .map(head -> head.hidden()
                        ? new ActionFile(head, List.of(), List.of(), List.of())
                        : new ActionFile(head, reports.of(reference), evidence(reference), extensions.of(reference)));
    }

    Optional<ActionFile.Head> head(String reference, String reader, boolean secrets) {
        return database.sql("""
                        select a.reference, a.meeting, a.body, hidden, a.owner, a.organisation, a.due_on, a.status,
                               a.progress, a.decision, i.matter, m.starts_at as held_at, a.closed_at, a.closed_by,
                               m.status in ('MINUTES_DRAFT', 'MINUTES_APPROVED') as started,
                               case when hidden then '' else a.title end as title,
                               case when hidden then '' else d.text end as decision_text,
                               case when hidden then '' else i.title end as item_title,
                               case when hidden then null else a.close_reason end as close_reason
                          from action a
                          join meeting m on m.reference = a.meeting
                          join decision d on d.reference = a.decision
                          join agenda_item i on i.meeting = d.meeting and i.position = d.position
                          join matter s on s.reference = i.matter
                          cross join lateral (
                               select s.confidentiality = 'SECRET' and a.owner <> :reader and not :secrets as hidden) h
                         where a.reference = :reference""")
                .param("reference", reference)
                .param("reader", reader)
                .param("secrets", secrets)
                .query(ActionFile.Head.class)
                .optional();
    }

    private List<ActionFile.Evidence> evidence(String action) {
        List<ActionEvidence.Evidence> files = evidence.of(action);
        Map<UUID, StoredDocument> stored = documents.find(
                files.stream().map(ActionEvidence.Evidence::document).toList());
        return files.stream()
                .map(each -> evidence(each, Objects.requireNonNull(stored.get(each.document()))))
                .toList();
    }

    private static ActionFile.Evidence evidence(ActionEvidence.Evidence added, StoredDocument stored) {
        return new ActionFile.Evidence(
                stored.id(), stored.name(), stored.size(), stored.sha256(), added.addedBy(), added.addedAt());
    }
}
