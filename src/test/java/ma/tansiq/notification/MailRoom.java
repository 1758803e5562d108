package ma.tansiq.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.BodyName;
import ma.tansiq.committee.meeting.AttendanceLinks;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.deadline.Announcements;
import ma.tansiq.deadline.DeadlineNotice;
import ma.tansiq.deadline.DigestEntries;
import ma.tansiq.deadline.SubjectTitle;
import ma.tansiq.engine.BeforeCommit;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.SimulatedData;
import ma.tansiq.engine.Tasks;
import ma.tansiq.identity.People;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's parts put together on a real PostgreSQL, without the rest of the application, with a clock to turn. */
final class MailRoom {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final UUID PAPER = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    static final UUID ARABIC_PAPER = UUID.fromString("00000000-0000-0000-0000-00000000000c");
    static final PaperEditions EDITIONS = new PaperEditions(PAPER, ARABIC_PAPER, null);
    static final UUID MISSING_PAPER = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    private static final HikariDataSource DATA = database();

    final TurnedClock clock = new TurnedClock();
    final JdbcClient database = JdbcClient.create(DATA);
    final NamedParameterJdbcTemplate batch = new NamedParameterJdbcTemplate(DATA);
    final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATA));
    final MailSettings settings = new MailSettings("tansiq@example.org", "Tansiq", 1, Duration.ofSeconds(5));
    final Map<String, Recipient> people = new HashMap<>();
    final Set<UUID> papersThere = Set.of(PAPER, ARABIC_PAPER);
    final Recipients recipients = new Recipients(mock(People.class)) {
        @Override
        Map<String, Recipient> of(Collection<String> accounts) {
            return accounts.stream()
                    .distinct()
                    .collect(Collectors.toMap(
                            Function.identity(), each -> people.computeIfAbsent(each, MailRoom::person)));
        }
    };
    final SimulatedData simulated = mock(SimulatedData.class);
    final ResourceBundleMessageSource messages = messages();
    final Stationery stationery = new Stationery(messages, new BaseAddress("https://tansiq.example.org", 0));
    final Outbox outbox = new Outbox(
            database, batch, new LetterRenderer(messages, simulated), settings, noCopies(), event -> {}, clock);
    /** Tasks that are open, and those of which somebody was told. */
    final List<OpenTask> open = new ArrayList<>();

    final Map<OpenTask, List<String>> told = new LinkedHashMap<>();
    final OwnTasks tasks = new OwnTasks(mock(Tasks.class), mock(Announcements.class), mock(BeforeCommit.class)) {
        @Override
        void onceOpen(Runnable writing) {
            writing.run();
        }

        @Override
        List<OpenTask> openFor(String reference) {
            return open.stream()
                    .filter(each -> each.businessKey().equals(reference))
                    .toList();
        }

        @Override
        void record(Map<OpenTask, List<String>> each) {
            told.putAll(each);
        }
    };
    private final MeetingLetters letters = new MeetingLetters(recipients, stationery, clock);
    final MeetingMail meetings = new MeetingMail(outbox, letters, tasks);
    final MeetingPaperMail papers = new MeetingPaperMail(outbox, letters, tasks);
    final ActionMail actions = new ActionMail(outbox, recipients, stationery, tasks);
    final MatterMail matters = new MatterMail(outbox, recipients, stationery, tasks);
    private final WrittenQuestionMail questions = new WrittenQuestionMail(outbox, recipients, stationery);
    final ConsultationMail consultations = new ConsultationMail(questions, tasks);
    final OpinionMail opinions = new OpinionMail(questions, tasks);
    final ProgressMail progress = new ProgressMail(outbox, recipients, stationery);
    final DeadlineMail deadlines = new DeadlineMail(outbox, recipients, stationery, mock(DigestBasket.class));
    /** What waits for the digest that is written next. */
    final List<DigestEntries.Entry> waiting = new ArrayList<>();

    final DigestMail digests = new DigestMail(waiting(), outbox, recipients, stationery, clock);

    final ProgrammeMail programmes = new ProgrammeMail(outbox, recipients, stationery);
    final MandateMail mandates = new MandateMail(outbox, recipients, stationery);

    MailRoom() {
        database.sql("truncate mail cascade").update();
    }

    private DigestEntries waiting() {
        DigestEntries entries = mock(DigestEntries.class);
        when(entries.take(any())).thenAnswer(call -> waiting);
        return entries;
    }

    /** Nobody is absent. */
    static CopiesForSubstitutes noCopies() {
        CopiesForSubstitutes none = mock(CopiesForSubstitutes.class);
        when(none.with(any())).thenAnswer(call -> call.getArgument(0));
        return none;
    }

    /** A sender of its own, as each node has. */
    Dispatcher dispatcher(ScriptedSmtpServer server) {
        return dispatcher(server, outbox);
    }

    Dispatcher dispatcher(ScriptedSmtpServer server, Outbox of) {
        MessageWriter writer = new MessageWriter(settings, this::paper, links());
        Delivery delivery = new Delivery(of, writer, new DataSourceTransactionManager(DATA));
        return new Dispatcher(delivery, of, sender(server.port()), settings);
    }

    static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.timeout", "500");
        return sender;
    }

    /** Signs nothing: mails written here have no such links. */
    private static AttendanceLinks links() {
        AttendanceLinks links = mock(AttendanceLinks.class);
        when(links.signed(any(), any(), any())).thenAnswer(call -> call.getArgument(0));
        return links;
    }

    void commit(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** As many convocations as there are accounts. */
    void convene(String reference, String... accounts) {
        commit(() -> meetings.on(new MeetingEvents.Convened(notice(reference, 1, accounts), null)));
    }

    Mail only() {
        return database.sql("select * from mail").query(Mail.class).single();
    }

    List<Mail> all() {
        return database.sql("select * from mail order by position")
                .query(Mail.class)
                .list();
    }

    static MeetingNotice notice(String reference, int sequence, String... accounts) {
        return new MeetingNotice(
                reference,
                "CP11",
                new BodyName("Comité du programme 11", "لجنة البرنامج 11", "Committee of programme 11"),
                1,
                true,
                Instant.parse("2026-03-12T09:00:00Z"),
                Instant.parse("2026-03-12T11:30:00Z"),
                "Salle Atlas, Rabat",
                null,
                sequence,
                "sec.cp11",
                null,
                List.of("Plan d’action triennal", "Partenariats territoriaux"),
                List.of(accounts));
    }

    static MeetingEvents.ActionNotice action(String title) {
        return new MeetingEvents.ActionNotice(
                "CP11-2026-03-A1",
                "CP11-2026-03",
                "CP11",
                title,
                "m1.cp11",
                LocalDate.of(2026, 6, 30),
                List.of("m1.cp11", "sec.cp11"));
    }

    static DeadlineNotice deadline(int step, String... recipients) {
        return new DeadlineNotice(
                "4711",
                "Task_ComposeAgenda",
                "Composer l’ordre du jour",
                "CP11-2026-03",
                new SubjectTitle("Comité du programme 11", "لجنة البرنامج 11", null),
                step,
                Instant.parse("2026-03-05T17:00:00Z"),
                List.of("sec.cp11"),
                List.of(recipients));
    }

    static Recipient person(String account) {
        return new Recipient(account, "Personne " + account, account + "@example.org", Locale.FRENCH);
    }

    void speaks(String account, Locale locale) {
        people.put(account, new Recipient(account, "Personne " + account, account + "@example.org", locale));
    }

    private Papers.Paper paper(UUID id) {
        if (!papersThere.contains(id)) {
            throw new UnsendableException("document " + id + " is not in the store");
        }
        return new Papers.Paper(
                new ByteArrayResource("%PDF-1.7 test".getBytes(StandardCharsets.US_ASCII)), "application/pdf", ".pdf");
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("i18n/notification", "i18n/calendar", "i18n/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static HikariDataSource database() {
        try {
            @SuppressWarnings("resource")
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            HikariDataSource data = new HikariDataSource();
            data.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
            data.setUsername("postgres");
            data.setMaximumPoolSize(8);
            new ResourceDatabasePopulator(
                            new ClassPathResource("db/migration/V070__outbox.sql"),
                            new ClassPathResource("db/migration/V180__mail_held.sql"))
                    .execute(data);
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that stands still until it is turned. */
    static final class TurnedClock extends Clock {

        private Instant now = START;

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return LegalTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
