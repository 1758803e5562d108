package ma.tansiq.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.paper.PaperEditions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real PostgreSQL, real SMTP over a socket: no mail is lost, none is sent twice without need. */
class DeliveryTests {

    private final MailRoom room = new MailRoom();
    private ScriptedSmtpServer server = new ScriptedSmtpServer(0);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendsWhatWasCommitted() {
        room.convene("CP11-2026-03", "m1.cp11", "m2.cp11");

        room.dispatcher(server).drain();

        assertThat(server.recipients()).containsExactly("m1.cp11@example.org", "m2.cp11@example.org");
        assertThat(room.all()).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.SENT);
            assertThat(mail.sentAt()).isEqualTo(MailRoom.START);
            assertThat(mail.attempts()).isEqualTo(1);
        });
    }

    @Test
    void sendsNothingOfACauseThatWasRolledBack() {
        room.transaction.executeWithoutResult(status -> {
            room.meetings.on(new MeetingEvents.Convened(MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), null));
            status.setRollbackOnly();
        });

        room.dispatcher(server).drain();

        assertThat(room.all()).isEmpty();
        assertThat(server.received).isEmpty();
    }

    @Test
    void tellsOnePersonOfOneCauseOnce() {
        room.convene("CP11-2026-03", "m1.cp11");
        room.convene("CP11-2026-03", "m1.cp11", "m2.cp11");

        room.dispatcher(server).drain();

        assertThat(server.recipients()).containsExactly("m1.cp11@example.org", "m2.cp11@example.org");
    }

    @Test
    void sendsEachOnceFromTwoNodes() {
        String[] accounts =
                IntStream.range(0, 80).mapToObj(i -> "m" + i + ".cp11").toArray(String[]::new);
        room.convene("CP11-2026-03", accounts);

        CompletableFuture<Void> one = CompletableFuture.runAsync(room.dispatcher(server)::drain);
        CompletableFuture<Void> other = CompletableFuture.runAsync(room.dispatcher(server)::drain);
        CompletableFuture.allOf(one, other).join();

        assertThat(server.messageIds()).hasSize(80).doesNotHaveDuplicates();
        assertThat(room.all()).allMatch(mail -> mail.state() == MailState.SENT);
    }

    @Test
    void sendsEverythingOnceWhenAStoppedServerIsBack() {
        int port = server.port();
        server.close();
        room.convene("CP11-2026-03", "m1.cp11", "m2.cp11", "m3.cp11");
        Dispatcher dispatcher = room.dispatcher(server);
        for (int hour = 0; hour < 5; hour++) {
            dispatcher.drain();
            room.clock.turn(Duration.ofHours(1));
        }
        dispatcher.drain();
        assertThat(room.all()).allMatch(mail -> mail.state() == MailState.QUEUED);

        server = new ScriptedSmtpServer(port);
        room.convene("CP11-2026-04", "m4.cp11");
        dispatcher.drain();

        assertThat(server.recipients())
                .containsExactlyInAnyOrder(
                        "m1.cp11@example.org", "m2.cp11@example.org", "m3.cp11@example.org", "m4.cp11@example.org");
    }

    @ParameterizedTest
    @CsvSource({"450 mailbox busy,TEMPORARY", "451 try later,TEMPORARY", "452 full,TEMPORARY", "421 closing,SERVER"})
    void triesAgainAfterATemporaryReply(String reply, Failure.Kind kind) {
        room.convene("CP11-2026-03", "m1.cp11");
        server.recipientReplies.put("m1.cp11@example.org", reply);
        Dispatcher dispatcher = room.dispatcher(server);
        dispatcher.drain();

        Mail waiting = room.only();
        assertThat(waiting.state()).isEqualTo(MailState.QUEUED);
        assertThat(waiting.failure()).isEqualTo(kind);
        assertThat(waiting.lastError()).contains(reply);
        assertThat(waiting.nextAttemptAt()).isEqualTo(MailRoom.START.plusSeconds(30));

        server.recipientReplies.clear();
        dispatcher.drain();
        assertThat(server.received).isEmpty();
        room.clock.turn(Duration.ofSeconds(30));
        dispatcher.drain();
        assertThat(server.recipients()).containsExactly("m1.cp11@example.org");
        assertThat(room.only().attempts()).isEqualTo(2);
        assertThat(room.only().lastError()).isNull();
    }

    @Test
    void parksAnAddressThatTheServerRefusesForGoodUntilSomebodyRetries() {
        room.convene("CP11-2026-03", "gone", "m1.cp11");
        server.recipientReplies.put("gone@example.org", "550 no such user");
        Dispatcher dispatcher = room.dispatcher(server);
        dispatcher.drain();
        room.clock.turn(Duration.ofDays(30));
        dispatcher.drain();

        Mail parked = room.all().get(0);
        assertThat(parked.state()).isEqualTo(MailState.PARKED);
        assertThat(parked.attempts()).isEqualTo(1);
        assertThat(parked.lastError()).contains("550 no such user");
        assertThat(server.recipients()).containsExactly("m1.cp11@example.org");

        assertThat(room.outbox.retry(parked.id(), "here@example.org")).isTrue();
        dispatcher.drain();
        assertThat(server.recipients()).containsExactly("m1.cp11@example.org", "here@example.org");
        assertThat(room.outbox.retry(parked.id(), "here@example.org"))
                .as("sent already")
                .isFalse();
    }

    @Test
    void parksContentThatTheServerRefusesForGood() {
        server.contentReply = "552 message too large";
        room.convene("CP11-2026-03", "m1.cp11");

        room.dispatcher(server).drain();

        assertThat(room.only().state()).isEqualTo(MailState.PARKED);
        assertThat(room.only().lastError()).contains("552 message too large");
    }

    @Test
    void keepsMailThatIsRefusedForOurSendersSake() {
        server.senderReply = "550 sender not allowed";
        room.convene("CP11-2026-03", "m1.cp11");

        room.dispatcher(server).drain();

        assertThat(room.only().state()).isEqualTo(MailState.QUEUED);
        assertThat(room.only().failure()).isEqualTo(Failure.Kind.SERVER);
    }

    @Test
    void asksAServerThatFailsForOneMailOnly() {
        server.greeting = "421 overloaded";
        room.convene("CP11-2026-03", "m1.cp11", "m2.cp11", "m3.cp11");

        room.dispatcher(server).drain();

        assertThat(room.all()).extracting(Mail::attempts).containsExactly(1, 0, 0);
    }

    @Test
    void doesNotWaitForAHangingServer() {
        server.silent = true;
        room.convene("CP11-2026-03", "m1.cp11");
        long before = System.nanoTime();

        room.dispatcher(server).drain();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(room.only().state()).isEqualTo(MailState.QUEUED);
        assertThat(room.only().failure()).isEqualTo(Failure.Kind.SERVER);
    }

    @Test
    void neverWaitsWithoutLimitWhateverIsConfigured() {
        var sender = MailRoom.sender(1);
        sender.getJavaMailProperties().clear();
        try (SmtpConnection connection = new SmtpConnection(sender)) {
            for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
                assertThat(Integer.parseInt(connection.session().getProperty("mail.smtp." + limit)))
                        .isBetween(1, 60_000);
            }
        }
    }

    @Test
    void repeatsTheMessageIdWhenTheConnectionWasCutAfterTheFinalDot() {
        server.cutAfterFinalDot = true;
        room.convene("CP11-2026-03", "m1.cp11");
        Dispatcher dispatcher = room.dispatcher(server);
        dispatcher.drain();
        assertThat(room.only().state()).isEqualTo(MailState.QUEUED);

        server.cutAfterFinalDot = false;
        room.clock.turn(Duration.ofMinutes(1));
        dispatcher.drain();

        assertThat(server.messageIds()).hasSize(2);
        assertThat(server.messageIds().get(0)).isEqualTo(server.messageIds().get(1));
        assertThat(server.messageIds().get(0)).isEqualTo(room.only().messageId());
    }

    @Test
    void repeatsTheMessageIdWhenTheNodeDiedBeforeItMarkedTheMail() {
        room.convene("CP11-2026-03", "m1.cp11");
        Outbox dying =
                new Outbox(
                        room.database,
                        room.batch,
                        new LetterRenderer(room.messages, room.simulated),
                        room.settings,
                        MailRoom.noCopies(),
                        event -> {},
                        room.clock) {
                    @Override
                    public void sent(Mail mail) {
                        throw new IllegalStateException("killed");
                    }
                };
        assertThatThrownBy(() -> room.dispatcher(server, dying).drain()).hasMessage("killed");

        room.dispatcher(server).drain();

        assertThat(server.messageIds()).hasSize(2);
        assertThat(server.messageIds().get(0)).isEqualTo(server.messageIds().get(1));
        assertThat(room.only().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void letsNoCancellationOvertakeItsConvocation() {
        room.convene("CP11-2026-03", "m1.cp11", "m2.cp11");
        room.commit(() -> room.meetings.on(
                new MeetingEvents.Cancelled(MailRoom.notice("CP11-2026-03", 2, "m1.cp11", "m2.cp11"), "grève")));
        server.recipientReplies.put("m1.cp11@example.org", "450 busy");
        Dispatcher dispatcher = room.dispatcher(server);
        dispatcher.drain();
        assertThat(server.recipients()).containsExactly("m2.cp11@example.org", "m2.cp11@example.org");

        server.recipientReplies.clear();
        room.clock.turn(Duration.ofMinutes(1));
        dispatcher.drain();

        assertThat(room.all()).allMatch(mail -> mail.state() == MailState.SENT);
        assertThat(server.received.get(2))
                .extracting(m -> ScriptedSmtpServer.header(m, "Message-ID"))
                .isEqualTo(room.all().get(0).messageId());
    }

    /** Three within the hour are two mails: one of the first, one of what followed; the next hour begins anew. */
    @Test
    void tellsOfLatePapersAtOnceThenOfThoseThatFollowWhenTheHourIsOver() {
        Dispatcher dispatcher = room.dispatcher(server);
        room.convene("CP11-2026-03", "m1.cp11");
        filesLate("SNIA-2026-0042");
        for (int paper = 2; paper <= 3; paper++) {
            room.clock.turn(Duration.ofMinutes(20));
            filesLate("SNIA-2026-0042");
        }
        dispatcher.drain();
        assertThat(room.all())
                .extracting(mail -> mail.template() + " " + mail.state())
                .containsExactly("convocation SENT", "late-paper SENT", "more-late-papers QUEUED");

        room.commit(() ->
                room.meetings.on(new MeetingEvents.Cancelled(MailRoom.notice("CP11-2026-03", 2, "m1.cp11"), "grève")));
        dispatcher.drain();
        assertThat(server.received)
                .as("what is held back holds nothing else back")
                .hasSize(3);

        room.clock.turn(Duration.ofMinutes(20));
        dispatcher.drain();
        assertThat(room.all()).allMatch(mail -> mail.state() == MailState.SENT);
        filesLate("SNIA-2026-0042");
        dispatcher.drain();
        assertThat(room.all())
                .extracting(Mail::template)
                .containsExactly("convocation", "late-paper", "more-late-papers", "cancelled", "late-paper");
        assertThat(server.messageIds()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhoeverFiledTheFirstLatePaperOfTheSecondAtOnce() {
        filesLate("SNIA-2026-0042", "m1.cp11");

        filesLate("SNIA-2026-0042", "m1.cp11", "m2.cp11");

        assertThat(room.all())
                .extracting(mail -> mail.recipient() + " " + mail.template() + " " + mail.notBefore())
                .containsExactly(
                        "m1.cp11 late-paper null",
                        "m2.cp11 late-paper null",
                        "m1.cp11 more-late-papers 2026-03-02T10:00:00Z");
    }

    private void filesLate(String matter, String... readers) {
        String[] told = readers.length == 0 ? new String[] {"m1.cp11"} : readers;
        room.commit(() -> room.papers.on(new MeetingEvents.PaperFiledLate(
                MailRoom.notice("CP11-2026-03", 1, told), matter, 3, room.clock.instant())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two@example.org,other@example.org",
                "a b@example.org",
                "nobody",
                "x@example.org\r\nBcc: y@example.org"
            })
    void parksWhatHasNoUsableAddress(String address) {
        room.people.put("m1.cp11", new Recipient("m1.cp11", "Une personne", address, java.util.Locale.FRENCH));
        room.convene("CP11-2026-03", "m1.cp11", "m2.cp11");

        room.dispatcher(server).drain();

        assertThat(room.all().get(0).state()).isEqualTo(MailState.PARKED);
        assertThat(server.recipients()).containsExactly("m2.cp11@example.org");
    }

    @Test
    void parksMailWhoseDocumentIsMissingAndSendsTheOthers() {
        room.commit(() -> room.papers.on(new MeetingEvents.AgendaDistributed(
                MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), PaperEditions.of(MailRoom.MISSING_PAPER), false)));
        room.commit(() ->
                room.meetings.on(new MeetingEvents.Cancelled(MailRoom.notice("CP11-2026-03", 2, "m1.cp11"), "grève")));

        room.dispatcher(server).drain();

        assertThat(room.all()).extracting(Mail::state).containsExactly(MailState.PARKED, MailState.SENT);
        assertThat(room.all().get(0).lastError()).contains(MailRoom.MISSING_PAPER.toString());
    }

    @ParameterizedTest
    @CsvSource({"1,PT30S", "2,PT1M", "3,PT2M", "7,PT32M", "8,PT1H", "9,PT1H", "100000,PT1H"})
    void waitsLongerEachTimeButNeverMoreThanAnHour(int attempts, Duration wait) {
        assertThat(BackOff.after(attempts)).isEqualTo(wait);
    }
}
