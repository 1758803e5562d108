package ma.tansiq.notification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mail to be sent and mail that was. A row is written in the transaction that causes it: no mail about what did not
 * happen, none missing about what did. Whoever sends it afterwards, it is sent once.
 */
@Component
class Outbox {

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final LetterRenderer renderer;
    private final MailSettings settings;
    private final CopiesForSubstitutes copies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(
            JdbcClient database,
            NamedParameterJdbcTemplate batch,
            LetterRenderer renderer,
            MailSettings settings,
            CopiesForSubstitutes copies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.batch = batch;
        this.renderer = renderer;
        this.settings = settings;
        this.copies = copies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes each of the mails unless that person was already told of that cause by that template.
     *
     * @return the accounts of those who were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> write(List<Mail.Draft> written) {
        return write(written, null);
    }

    /** As {@link #write(List)}, to be sent at that moment, other mails meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(List<Mail.Draft> written, Instant until) {
        write(written, until);
    }

    private Set<String> write(List<Mail.Draft> written, @Nullable Instant notBefore) {
        if (written.isEmpty()) {
            return Set.of();
        }
        List<Mail.Draft> drafts = copies.with(written);
        List<UUID> ids = drafts.stream().map(each -> UUID.randomUUID()).toList();
        int[] inserted = insert(ids, drafts, notBefore);
        List<SqlParameterSource> enclosures = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 1) {
                enclosures.addAll(enclosures(ids.get(i), drafts.get(i).enclosures()));
            }
        }
        enclose(enclosures);
        if (IntStream.of(inserted).anyMatch(each -> each == 1)) {
            wakeAfterCommit();
        }
        return IntStream.range(0, written.size())
                .filter(i -> inserted[i] == 0)
                .mapToObj(i -> written.get(i).recipient().account())
                .collect(Collectors.toSet());
    }

    /**
     * Takes the oldest mail that is due and that nobody else holds, until the end of the transaction. A mail waits for
     * earlier ones about the same thing to the same person, unless they are held back: a cancellation never overtakes its
     * convocation.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Mail> claim() {
        return database.sql("""
                        select * from mail
                        where state = 'QUEUED' and (attempts = 0 or next_attempt_at <= :now)
                          and (not_before is null or not_before <= :now)
                          and not exists (select 1 from mail earlier
                                          where earlier.recipient = mail.recipient
                                            and earlier.reference = mail.reference
                                            and earlier.state = 'QUEUED'
                                            and (earlier.not_before is null or earlier.not_before <= :now)
                                            and earlier.position < mail.position)
                        order by position limit 1 for update skip locked""")
                .param("now", at(clock.instant()))
                .query(Mail.class)
                .optional();
    }

    List<Mail.Enclosure> enclosures(UUID mail) {
        return database.sql("select document, file_name from mail_attachment where mail = ? order by position")
                .param(mail)
                .query(Mail.Enclosure.class)
                .list();
    }

    @Transactional
    public void sent(Mail mail) {
        database.sql("""
                        update mail set state = 'SENT', sent_at = :now, attempts = attempts + 1,
                               failure = null, last_error = null
                        where id = :id""")
                .param("now", at(clock.instant()))
                .param("id", mail.id())
                .update();
    }

    @Transactional
    public void failed(Mail mail, Failure failure) {
        MailState state = failure.kind() == Failure.Kind.PERMANENT ? MailState.PARKED : MailState.QUEUED;
        database.sql("""
                        update mail set state = :state, attempts = attempts + 1, next_attempt_at = :next,
                               failure = :failure, last_error = :reason
                        where id = :id""")
                .param("state", state.name())
                .param("next", at(clock.instant().plus(BackOff.after(mail.attempts() + 1))))
                .param("failure", failure.kind().name())
                .param("reason", failure.reason())
                .param("id", mail.id())
                .update();
    }

    /** The server takes mail again: what waited because of the server only is due now. */
    @Transactional
    public int serverIsBack() {
        return database.sql("""
                        update mail set next_attempt_at = :now
                        where id in (select id from mail
                                     where state = 'QUEUED' and failure = 'SERVER' and next_attempt_at > :now
                                     for update skip locked)""").param("now", at(clock.instant())).update();
    }

    long countFailed() {
        return database.sql("select count(*) from mail where state <> 'SENT' and attempts > 0")
                .query(Long.class)
                .single();
    }

    /** The mails that a retry of all of them makes due: parked, or waiting after a failed attempt. */
    List<Mail> failed() {
        return database.sql("select * from mail where state <> 'SENT' and attempts > 0 order by position")
                .query(Mail.class)
                .list();
    }

    /** Makes a parked or waiting mail due now, for the address that the account has by now. */
    @Transactional
    public boolean retry(UUID id, String address) {
        boolean due = database.sql("""
                        update mail set state = 'QUEUED', next_attempt_at = :now, address = :address, not_before = null
                        where id in (select id from mail where id = :id and state <> 'SENT' for update skip locked)""")
                        .param("now", at(clock.instant()))
                        .param("address", address)
                        .param("id", id)
                        .update()
                == 1;
        wakeAfterCommit();
        return due;
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(new Mail.Queued());
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new Mail.Queued());
            }
        });
    }

    /** How many rows each became, 1 or 0, in one batch. */
    private int[] insert(List<UUID> ids, List<Mail.Draft> drafts, @Nullable Instant notBefore) {
        MapSqlParameterSource[] rows = new MapSqlParameterSource[drafts.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(ids.get(i), drafts.get(i))
                    .addValue("notBefore", notBefore == null ? null : at(notBefore), Types.TIMESTAMP);
        }
        return batch.batchUpdate("""
                insert into mail (id, cause, template, recipient, reference, language, recipient_name, address,
                    reply_to, message_id, subject, body_text, body_html, invitation, method, created_at, state,
                    next_attempt_at, not_before)
                values (:id, :cause, :template, :recipient, :reference, :language, :name, :address,
                    :replyTo, :messageId, :subject, :text, :html, :invitation, :method, :now, 'QUEUED', :now, :notBefore)
                on conflict (cause, recipient, template) do nothing""", rows);
    }

    private MapSqlParameterSource row(UUID id, Mail.Draft draft) {
        Recipient recipient = draft.recipient();
        Letter letter = draft.letter();
        return new MapSqlParameterSource("id", id)
                .addValue("cause", draft.cause())
                .addValue("template", draft.template().key())
                .addValue("recipient", recipient.account())
                .addValue("reference", draft.reference())
                .addValue("language", letter.language())
                .addValue("name", Wording.oneLine(recipient.name()))
                .addValue("address", recipient.address())
                .addValue("replyTo", draft.replyTo())
                .addValue("messageId", "<" + id + "@" + settings.domain() + ">")
                .addValue("subject", letter.subject())
                .addValue("text", renderer.text(letter))
                .addValue("html", renderer.html(letter))
                .addValue("invitation", invitation(draft.invitation()))
                .addValue("method", method(draft.invitation()))
                .addValue("now", at(clock.instant()));
    }

    private static List<SqlParameterSource> enclosures(UUID mail, List<Mail.Enclosure> enclosures) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Mail.Enclosure each : enclosures) {
            rows.add(new MapSqlParameterSource("mail", mail)
                    .addValue("position", rows.size())
                    .addValue("document", each.document())
                    .addValue("name", each.fileName()));
        }
        return rows;
    }

    private void enclose(List<SqlParameterSource> enclosures) {
        if (!enclosures.isEmpty()) {
            batch.batchUpdate("""
                    insert into mail_attachment (mail, position, document, file_name)
                    values (:mail, :position, :document, :name)""", enclosures.toArray(SqlParameterSource[]::new));
        }
    }

    private static @Nullable String invitation(@Nullable Invitation invitation) {
        return invitation == null ? null : invitation.content();
    }

    private static @Nullable String method(@Nullable Invitation invitation) {
        return invitation == null ? null : invitation.method();
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
