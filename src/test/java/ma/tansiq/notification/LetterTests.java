package ma.tansiq.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ma.tansiq.committee.body.Absence;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyName;
import ma.tansiq.committee.body.MeetingProcess;
import ma.tansiq.committee.body.MemberCategory;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.closing.ProgrammeEnded;
import ma.tansiq.committee.consultation.Consultation;
import ma.tansiq.committee.consultation.ConsultationEvents;
import ma.tansiq.committee.matter.MatterEvents;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.committee.meeting.WrittenQuestion;
import ma.tansiq.committee.opinion.OpinionEvents;
import ma.tansiq.committee.paper.PaperEditions;
import ma.tansiq.committee.progress.Quarter;
import ma.tansiq.committee.progress.SummaryFiled;
import ma.tansiq.deadline.DeadlineNotice;
import ma.tansiq.deadline.DigestEntries;
import ma.tansiq.deadline.Ledger;
import ma.tansiq.deadline.SubjectTitle;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.SimulatedData;
import ma.tansiq.strategy.ProgrammeAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each mail says: what, why me, until when, what to do, one link (rule C1, D1). */
class LetterTests {

    private static final Instant MOVED_FROM = Instant.parse("2026-03-10T14:00:00Z");

    private final MailRoom room = new MailRoom();
    private final ScriptedSmtpServer server = new ScriptedSmtpServer(0);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void convocationSaysWhenAndWhereInMoroccanTime() {
        room.open.add(task("1", "Task_ConfirmAttendance", "m1.cp11"));
        room.convene("CP11-2026-03", "m1.cp11");

        Mail mail = room.only();
        // 12 March 2026 lies in Ramadan: Casablanca is on UTC then
        assertThat(mail.subject())
                .isEqualTo("[CP11-2026-03] Convocation : Comité du programme 11, le 12/03/2026 à 09:00");
        assertThat(mail.bodyText())
                .contains("Bonjour Personne m1.cp11", "jeudi 12 mars 2026", "09:00 – 11:30", "Salle Atlas, Rabat")
                .contains("parce que vous siégez", "confirmez votre présence", "Personne sec.cp11")
                .contains("https://tansiq.example.org/coordination/meetings/CP11-2026-03");
    }

    @Test
    void mailOfASimulatedYearSaysSo() {
        when(room.simulated.period())
                .thenReturn(Optional.of(new SimulatedData.Period(LocalDate.of(2017, 9, 1), LocalDate.of(2018, 8, 31))));
        room.convene("CP11-2026-03", "m1.cp11");

        String sentence = "Données simulées : un rejeu du 01/09/2017 au 31/08/2018.";
        assertThat(room.only().bodyText()).startsWith(sentence);
        assertThat(room.only().bodyHtml()).contains(sentence);
    }

    @Test
    void secondConvocationSaysThatTheQuorumWasMissing() {
        MeetingNotice first = MailRoom.notice("CP11-2026-03", 2, "m1.cp11");
        MeetingNotice second = new MeetingNotice(
                first.reference(),
                first.bodyCode(),
                first.bodyName(),
                2,
                false,
                first.startsAt(),
                first.endsAt(),
                first.place(),
                "https://visio.example.org/x",
                2,
                first.organiser(),
                null,
                first.items(),
                first.recipients());

        room.commit(() -> room.meetings.on(new MeetingEvents.Convened(second, "arbitrage budgétaire")));

        assertThat(room.only().template()).isEqualTo("second-convocation");
        assertThat(room.only().subject()).contains("CP11-2026-03", "Deuxième convocation", "12/03/2026");
        assertThat(room.only().bodyText())
                .contains("quorum n’ayant pas été atteint", "arbitrage budgétaire", "https://visio.example.org/x")
                .contains("seconde convocation de cette réunion : aucun quorum n’est requis");
    }

    @Test
    void firstConvocationDoesNotSpeakOfAQuorumThatIsNotNeeded() {
        room.convene("CP11-2026-03", "m1.cp11");

        assertThat(room.only().bodyText()).doesNotContain("aucun quorum");
    }

    @Test
    void convocationSaysUntilWhenAndInWhichTaskToProposeAndToAnswer() {
        MeetingNotice plain = MailRoom.notice("CP11-2026-03", 0, "m1.cp11", "obs1.cp11");
        MeetingNotice notice = new MeetingNotice(
                plain.reference(),
                plain.bodyCode(),
                plain.bodyName(),
                1,
                true,
                plain.startsAt(),
                plain.endsAt(),
                plain.place(),
                null,
                0,
                plain.organiser(),
                Instant.parse("2026-03-05T17:00:00Z"),
                List.of(),
                plain.recipients());
        room.open.add(task("1", "Task_ProposeItems", "m1.cp11"));
        room.open.add(task("2", "Task_ConfirmAttendance", "m1.cp11"));
        room.open.add(task("3", "Task_ConfirmAttendance", "obs1.cp11"));

        room.commit(() -> room.meetings.on(new MeetingEvents.Convened(notice, null)));

        assertThat(room.all().get(0).bodyText())
                .contains(
                        "Propositions de points : jusqu’au jeudi 5 mars 2026, 17:00, par la tâche « Proposer des points »")
                .contains("Réponse à la convocation : jusqu’au jeudi 12 mars 2026, 09:00, par la tâche"
                        + " « Répondre à la convocation »")
                .contains("/tasks/1", "/tasks/2");
        assertThat(room.all().get(1).bodyText())
                .as("who may not propose is told the date without a task")
                .contains("Propositions de points : jusqu’au jeudi 5 mars 2026, 17:00\n", "/tasks/3")
                .doesNotContain("/tasks/1");
    }

    /** A secretary is convoked to keep the record, and has no task that asks whether she comes. */
    @Test
    void whoHasNothingToAnswerIsNotAskedToConfirm() {
        room.open.add(task("1", "Task_ConfirmAttendance", "m1.cp11"));

        room.convene("CP11-2026-03", "m1.cp11", "sec.cp11");

        assertThat(room.all().get(0).bodyText()).contains("puis confirmez votre présence");
        assertThat(room.all().get(1).bodyText())
                .contains("Ajoutez l’invitation jointe à votre agenda. Aucune réponse ne vous est demandée.")
                .doesNotContain("confirmez votre présence");
    }

    @Test
    void readersGetBodyAndPaperInTheirLanguageAndWhatIsSealedBesides() throws Exception {
        room.speaks("m1.cp11", Locale.forLanguageTag("ar"));
        room.speaks("m2.cp11", Locale.ENGLISH);
        MeetingNotice notice = MailRoom.notice("CP11-2026-03", 1, "m1.cp11", "m2.cp11");
        room.commit(() -> {
            room.papers.on(new MeetingEvents.AgendaDistributed(notice, MailRoom.EDITIONS, false));
            room.papers.on(new MeetingEvents.DecisionsSigned(notice, MailRoom.EDITIONS));
        });
        room.dispatcher(server).drain();

        assertThat(room.all())
                .extracting(Mail::subject)
                .satisfiesExactly(
                        arabic ->
                                assertThat(arabic).contains("لجنة البرنامج 11").doesNotContain("Comité"),
                        english -> assertThat(english)
                                .contains("Committee of programme 11")
                                .doesNotContain("Comité"),
                        arabic -> assertThat(arabic).contains("لجنة البرنامج 11"),
                        english -> assertThat(english).contains("Committee of programme 11"));
        assertThat(room.database
                        .sql("select a.document from mail_attachment a join mail m on m.id = a.mail"
                                + " order by m.position, a.position")
                        .query(java.util.UUID.class)
                        .list())
                .as("the pack, then the record and what is sealed of it")
                .containsExactly(
                        MailRoom.ARABIC_PAPER, MailRoom.PAPER, MailRoom.ARABIC_PAPER, MailRoom.PAPER, MailRoom.PAPER);
        assertThat(partsOf(server.received.get(0)))
                .containsExactly("text/plain", "text/html", "application/pdf CP11-2026-03-dossier-de-seance-ar.pdf");
        assertThat(partsOf(server.received.get(1)))
                .as("made in French alone: nobody read English when it was")
                .containsExactly("text/plain", "text/html", "application/pdf CP11-2026-03-dossier-de-seance.pdf");
        assertThat(partsOf(server.received.get(2)))
                .as("the fingerprint is that of the French one")
                .containsExactly(
                        "text/plain",
                        "text/html",
                        "application/pdf CP11-2026-03-releve-de-decisions-ar.pdf",
                        "application/pdf CP11-2026-03-releve-de-decisions.pdf");
    }

    @Test
    void invitationNamesTheBodyInTheLanguageOfItsReader() {
        room.speaks("m1.cp11", Locale.forLanguageTag("ar"));
        room.convene("CP11-2026-03", "m1.cp11");

        assertThat(Objects.requireNonNull(room.only().invitation()).replaceAll("\\R[ \t]", ""))
                .contains("لجنة البرنامج 11");
    }

    @Test
    void lettersAboutMattersNameTheBodyInTheLanguageOfTheirReader() {
        room.speaks("sec.copil", Locale.forLanguageTag("ar"));
        var matter = new MatterEvents.MatterNotice(
                "SNIA-2026-0042",
                "Former",
                "COPIL",
                new BodyName("Comité de pilotage", "لجنة القيادة", null),
                List.of("sec.copil"));
        room.commit(() -> room.matters.on(new MatterEvents.ReferredUp(matter, "CP4-2026-01")));

        assertThat(room.only().bodyText()).contains("لجنة القيادة").doesNotContain("Comité");
    }

    @Test
    void remindersNameTheBodyInTheLanguageOfTheirReader() {
        room.speaks("sec.cp11", Locale.forLanguageTag("ar"));
        room.commit(() -> room.deadlines.on(new DeadlineNotice.ReminderDue(MailRoom.deadline(1, "sec.cp11"))));

        assertThat(room.only().bodyText()).contains("لجنة البرنامج 11").doesNotContain("Comité");
    }

    @Test
    void reminderToReadMinutesSaysThatSilenceApprovesAndWhen() {
        room.commit(() -> {
            room.deadlines.on(new DeadlineNotice.ReminderDue(reviewing()));
            room.deadlines.on(new DeadlineNotice.ReminderDue(MailRoom.deadline(1, "sec.cp11")));
        });

        assertThat(room.all().get(0).bodyText())
                .contains("Votre silence vaut approbation : sans réponse de votre part le jeudi 5 mars 2026 à 17:00");
        assertThat(room.all().get(1).bodyText()).doesNotContain("silence");
    }

    private static OpenTask task(String id, String kind, String holder) {
        return new OpenTask(
                id, kind, kind, "CP11-2026-03", "P", Optional.of(holder), List.of(), MailRoom.START, Optional.empty());
    }

    private static DeadlineNotice reviewing() {
        DeadlineNotice any = MailRoom.deadline(1, "m1.cp11");
        return new DeadlineNotice(
                "4712",
                "Task_ReviewMinutes",
                "Relire le procès-verbal",
                any.subject(),
                any.title(),
                1,
                any.dueAt(),
                List.of("m1.cp11"),
                List.of("m1.cp11"));
    }

    @Test
    void rescheduledSaysBothDatesAndTheReason() {
        room.commit(() -> room.meetings.on(new MeetingEvents.Rescheduled(
                MailRoom.notice("CP11-2026-03", 2, "m1.cp11"), MOVED_FROM, "indisponibilité de la salle")));

        assertThat(room.only().subject()).contains("CP11-2026-03", "12/03/2026", "09:00");
        assertThat(room.only().bodyText())
                .contains("mardi 10 mars 2026, 14:00", "jeudi 12 mars 2026", "indisponibilité de la salle");
    }

    @Test
    void sessionOnADayOffSaysWhichAndLeadsToItsRescheduling() {
        room.speaks("chair.cp11", Locale.forLanguageTag("ar"));
        room.commit(() -> room.meetings.on(onHoliday("sec.cp11", "chair.cp11")));

        assertThat(room.all()).extracting(Mail::recipient).containsExactly("sec.cp11", "chair.cp11");
        assertThat(room.all().get(0).bodyText())
                .contains("jeudi 12 mars 2026", "Aïd Al Fitr", "/coordination/meetings/CP11-2026-03/reschedule");
        assertThat(room.all().get(1).bodyText()).contains("عيد الفطر", "تأجيل الجلسة");
    }

    @Test
    void cancelledSaysWhyAndThatNothingIsToBeDone() {
        room.commit(() -> room.meetings.on(
                new MeetingEvents.Cancelled(MailRoom.notice("CP11-2026-03", 2, "m1.cp11"), "report de la loi")));

        assertThat(room.only().subject()).contains("CP11-2026-03", "annulée", "12/03/2026");
        assertThat(room.only().bodyText()).contains("report de la loi", "rien à faire");
    }

    @Test
    void delegationTellsTheAlternateAndTheAbsent() {
        room.commit(() -> room.meetings.on(new MeetingEvents.AttendanceDelegated(
                MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), "m1.cp11", "alt1.cp11")));

        Mail alternate = room.all().get(0);
        Mail absent = room.all().get(1);
        assertThat(alternate.recipient()).isEqualTo("alt1.cp11");
        assertThat(alternate.bodyText()).contains("Personne représentée : Personne m1.cp11");
        assertThat(alternate.method()).isEqualTo("REQUEST");
        assertThat(absent.recipient()).isEqualTo("m1.cp11");
        assertThat(absent.bodyText()).contains("Personne qui vous représente : Personne alt1.cp11");
        assertThat(absent.invitation()).isNull();
    }

    @Test
    void agendaComesWithItsItemsAndThePack() throws Exception {
        room.commit(() -> room.papers.on(new MeetingEvents.AgendaDistributed(
                MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), MailRoom.EDITIONS, false)));
        room.dispatcher(server).drain();

        assertThat(room.only().bodyText()).contains("1. Plan d’action triennal", "2. Partenariats territoriaux");
        assertThat(partsOf(server.received.get(0)))
                .containsExactly("text/plain", "text/html", "application/pdf CP11-2026-03-dossier-de-seance.pdf");
    }

    @Test
    void packThatLeavesAfterTheHourSaysSo() {
        room.commit(() -> room.papers.on(new MeetingEvents.AgendaDistributed(
                MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), MailRoom.EDITIONS, true)));

        assertThat(room.only().subject()).contains("après l’heure prévue");
        assertThat(room.only().bodyText()).contains("après l’heure prévue").doesNotContain("dossier avant le");
    }

    @Test
    void minutesComeSealedWithTheirFingerprint() throws Exception {
        String sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        room.commit(() -> room.papers.on(new MeetingEvents.MinutesDistributed(
                MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), 1, null, MailRoom.EDITIONS, sha256, null)));
        room.dispatcher(server).drain();

        assertThat(room.only().subject()).contains("CP11-2026-03", "Procès-verbal", "12/03/2026");
        assertThat(room.only().bodyText()).contains(sha256).doesNotContain("Version", "corrigé");
        assertThat(partsOf(server.received.get(0)))
                .containsExactly("text/plain", "text/html", "application/pdf CP11-2026-03-proces-verbal.pdf");
    }

    @Test
    void correctedMinutesSayWhichVersionTheyAreAndWhy() throws Exception {
        String sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        room.commit(() -> room.papers.on(new MeetingEvents.MinutesDistributed(
                MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), 2, "Nom mal écrit", MailRoom.EDITIONS, sha256, null)));
        room.dispatcher(server).drain();

        assertThat(room.only().subject()).contains("CP11-2026-03", "Procès-verbal corrigé", "12/03/2026");
        assertThat(room.only().bodyText()).contains(sha256, "Version : 2", "Nom mal écrit", "nouvelle version");
        assertThat(partsOf(server.received.get(0)))
                .containsExactly("text/plain", "text/html", "application/pdf CP11-2026-03-proces-verbal-v2.pdf");
    }

    @Test
    void decisionsComeWithTheirRecord() throws Exception {
        room.commit(() -> room.papers.on(
                new MeetingEvents.DecisionsSigned(MailRoom.notice("CP11-2026-03", 1, "m1.cp11"), MailRoom.EDITIONS)));
        room.dispatcher(server).drain();

        assertThat(room.only().subject()).contains("CP11-2026-03", "Relevé de décisions", "12/03/2026");
        assertThat(partsOf(server.received.get(0)))
                .containsExactly("text/plain", "text/html", "application/pdf CP11-2026-03-releve-de-decisions.pdf");
    }

    @Test
    void actionIsGivenToItsOwnerAndReportedToTheSecretary() {
        room.commit(() -> room.actions.on(new MeetingEvents.ActionAssigned(MailRoom.action("Former les agents"))));

        assertThat(room.all()).extracting(Mail::recipient).containsExactly("m1.cp11", "sec.cp11");
        assertThat(room.all()).allSatisfy(mail -> {
            assertThat(mail.subject())
                    .isEqualTo("[CP11-2026-03-A1] Action à mener avant le 30/06/2026 : Former les agents");
            assertThat(mail.bodyText()).contains("mardi 30 juin 2026", "CP11-2026-03");
        });
        assertThat(room.all().get(0).bodyText()).contains("parce que cette action vous est confiée");
        assertThat(room.all().get(1).bodyText()).contains("Elle est confiée à Personne m1.cp11");
    }

    @Test
    void endOfAnActionIsReported() {
        room.commit(() -> {
            room.actions.on(new MeetingEvents.ActionCancelled(MailRoom.action("Former"), "décision CP11-D4"));
            room.actions.on(new MeetingEvents.ActionCompleted(MailRoom.action("Former")));
        });

        assertThat(room.all()).hasSize(4);
        assertThat(room.all().get(0).bodyText()).contains("est annulée", "décision CP11-D4");
        assertThat(room.all().get(2).bodyText()).contains("est confirmé");
    }

    @Test
    void remindersAndEscalationsOpenTheTaskAndSayWhoHoldsIt() {
        room.commit(() -> {
            for (int step = 1; step <= 2; step++) {
                room.deadlines.on(new DeadlineNotice.ReminderDue(MailRoom.deadline(step, "sec.cp11")));
            }
            for (int step = 1; step <= 3; step++) {
                room.deadlines.on(new DeadlineNotice.Escalated(MailRoom.deadline(step, "chair.cp11")));
            }
            room.deadlines.on(new DeadlineNotice.Escalated(MailRoom.deadline(3, "chair.cp11")));
        });

        assertThat(room.all())
                .extracting(Mail::subject)
                .containsExactly(
                        "[CP11-2026-03] Rappel 1 : Composer l’ordre du jour, échéance le 05/03/2026",
                        "[CP11-2026-03] Rappel 2 : Composer l’ordre du jour, échéance le 05/03/2026",
                        "[CP11-2026-03] Retard, niveau 1 : Composer l’ordre du jour, échéance du 05/03/2026",
                        "[CP11-2026-03] Retard, niveau 2 : Composer l’ordre du jour, échéance du 05/03/2026",
                        "[CP11-2026-03] Retard, niveau 3 : Composer l’ordre du jour, échéance du 05/03/2026");
        assertThat(room.all())
                .allSatisfy(mail -> assertThat(mail.bodyText())
                        .contains("https://tansiq.example.org/tasks/4711", "jeudi 5 mars 2026", "17:00")
                        .contains("Confiée à : Personne sec.cp11"));
        assertThat(room.all().get(0).bodyText()).contains("vous est confiée ou proposée");
        assertThat(room.all().get(2).bodyText()).contains("en raison de votre fonction");
    }

    @Test
    void arabicReadsFromTheRightWithMoroccanMonthsAndWesternDigits() {
        room.speaks("m1.cp11", Locale.forLanguageTag("ar"));
        room.commit(() -> room.meetings.on(new MeetingEvents.Rescheduled(
                MailRoom.notice("CP11-2026-03", 2, "m1.cp11"), Instant.parse("2025-12-01T10:00:00Z"), "عطلة")));

        assertThat(room.only().language()).isEqualTo("ar");
        assertThat(room.only().bodyHtml()).contains("lang=\"ar\"", "dir=\"rtl\"");
        assertThat(room.only().bodyText()).contains("12 مارس 2026", "1 دجنبر 2025", "11:00");
        assertThat(room.only().subject()).startsWith("[CP11-2026-03]").contains("12/03/2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ar", "en"})
    void everyMailIsCompleteInEveryLanguage(String language) {
        for (String account : List.of("m1.cp11", "sec.cp11", "alt1.cp11", "chair.cp11")) {
            room.speaks(account, Locale.forLanguageTag(language));
        }
        writeEveryMail();

        assertThat(room.all()).extracting(Mail::template).containsAll(keys());
        assertThat(room.all()).allSatisfy(mail -> {
            assertThat(mail.language()).isEqualTo(language);
            assertThat(mail.subject())
                    .containsAnyOf("CP11-2026-03", "CP11-2026-C01", "SNIA-2026-0042", "[CP11]", "02/03/2026")
                    .matches(".*\\d/2026.*|.*Former.*");
            for (String body : List.of(mail.bodyHtml(), mail.bodyText(), mail.subject())) {
                assertThat(body).doesNotContain("??", "mail.", "{0}", "null", "[[", " th:", "xmlns");
            }
            assertThat(mail.bodyHtml().split("href=\"", -1))
                    .as("one link, and one a task in a digest")
                    .hasSize(mail.template().equals("digest") ? 3 : 2);
            assertThat(mail.bodyHtml()).doesNotContain("<img", "<script", "url(", "@import", "<link");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Salle\r\nBcc: victim@example.org\r\n\r\nbody", "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>",
                "${7*7} [[${7*7}]] [(${7*7})] {0} %0d%0aX: y", "a\u202Egnp.exe", "\u0000\u2028nul",
            })
    void hostileTextIsHarmless(String hostile) throws Exception {
        room.people.put("m1.cp11", new Recipient("m1.cp11", hostile, "m1@example.org", Locale.FRENCH));
        MeetingNotice notice = new MeetingNotice(
                "CP11-2026-03",
                "CP11",
                BodyName.of(hostile),
                1,
                true,
                Instant.parse("2026-03-12T09:00:00Z"),
                Instant.parse("2026-03-12T11:30:00Z"),
                hostile,
                hostile,
                1,
                "sec.cp11",
                null,
                List.of(hostile),
                List.of("m1.cp11"));
        room.commit(() -> {
            room.meetings.on(new MeetingEvents.Convened(notice, hostile));
            room.papers.on(new MeetingEvents.AgendaDistributed(notice, MailRoom.EDITIONS, false));
            room.actions.on(new MeetingEvents.ActionAssigned(MailRoom.action(hostile)));
        });
        room.dispatcher(server).drain();

        assertThat(server.received).hasSize(4);
        for (MimeMessage message : server.received) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getHeader("X")).isNull();
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getSubject()).doesNotContain("\r", "\n", "\u202E", "\u0000");
        }
        assertThat(room.all()).allSatisfy(mail -> {
            assertThat(mail.bodyHtml()).doesNotContain("<script", "<img", "49", "\u202E");
            assertThat(mail.bodyText()).doesNotContain("49");
            String invitation = mail.invitation();
            if (invitation != null) {
                assertThat(invitation.lines()).noneMatch(line -> line.startsWith("Bcc"));
            }
        });
    }

    private static MeetingEvents.OnHoliday onHoliday(String... recipients) {
        return new MeetingEvents.OnHoliday(
                MailRoom.notice("CP11-2026-03", 1, "m1.cp11"),
                LocalDate.of(2026, 3, 12),
                "calendar.holiday.ID_AL_FITR",
                null,
                1,
                List.of(recipients),
                List.of());
    }

    private void writeEveryMail() {
        MeetingNotice first = MailRoom.notice("CP11-2026-03", 1, "m1.cp11");
        MeetingNotice second = new MeetingNotice(
                first.reference(),
                first.bodyCode(),
                first.bodyName(),
                2,
                false,
                first.startsAt(),
                first.endsAt(),
                first.place(),
                null,
                2,
                first.organiser(),
                null,
                List.of(),
                first.recipients());
        room.commit(() -> {
            room.meetings.on(new MeetingEvents.Convened(first, null));
            room.meetings.on(new MeetingEvents.Convened(second, "motif"));
            room.meetings.on(new MeetingEvents.Rescheduled(first, MOVED_FROM, "motif"));
            room.meetings.on(onHoliday("chair.cp11"));
            room.meetings.on(new MeetingEvents.Cancelled(first, "motif"));
            room.meetings.on(new MeetingEvents.AttendanceDelegated(first, "m1.cp11", "alt1.cp11"));
            room.meetings.on(new MeetingEvents.ProxyGiven(first, "m1.cp11", "chair.cp11"));
            room.meetings.on(new MeetingEvents.BallotOpened(first, "b"));
            room.meetings.on(new MeetingEvents.Suspended(first, "motif"));
            room.meetings.on(new MeetingEvents.Resumes(first, "motif"));
            room.meetings.on(new MeetingEvents.NotResumed(first, "motif"));
            room.papers.on(new MeetingEvents.AgendaDistributed(first, MailRoom.EDITIONS, false));
            room.papers.on(new MeetingEvents.AgendaDistributed(second, MailRoom.EDITIONS, true));
            room.papers.on(new MeetingEvents.PaperFiledLate(first, "SNIA-2026-0042", 3, MailRoom.START));
            room.papers.on(new MeetingEvents.PaperFiledLate(first, "SNIA-2026-0042", 3, MailRoom.START));
            room.papers.on(new MeetingEvents.DecisionsSigned(first, MailRoom.EDITIONS));
            room.papers.on(new MeetingEvents.DraftUnderReview(first, 1, MailRoom.EDITIONS, MailRoom.START));
            room.papers.on(new MeetingEvents.MinutesDistributed(first, 2, "motif", MailRoom.EDITIONS, "e3b0", null));
            room.papers.on(new MeetingEvents.MinutesDistributed(first, 1, null, MailRoom.EDITIONS, "e3b0", null));
            var matter = new MatterEvents.MatterNotice(
                    "SNIA-2026-0042", "Former", "COPIL", BodyName.of("Comité de pilotage"), List.of("sec.cp11"));
            room.matters.on(new MatterEvents.ReferredUp(matter, "CP4-2026-01"));
            room.matters.on(new MatterEvents.Corrected(matter, 2, "motif", true));
            room.matters.on(new MatterEvents.Dropped(matter, "CP11-2026-03", "motif"));
            room.matters.on(new MatterEvents.ExtractReturned(matter, "COPIL-2026-01", 2, MailRoom.START));
            var asked = new WrittenQuestion("CP11-2026-C01", "SNIA-2026-0042", "Former", "CP11", List.of("m1.cp11"));
            room.consultations.on(new ConsultationEvents.Opened(asked, MailRoom.START, true, "motif"));
            room.consultations.on(new ConsultationEvents.Closed(asked, Consultation.Status.AGREED, null));
            var opinion =
                    new WrittenQuestion("SNIA-2026-0042-O1", "SNIA-2026-0042", "Former", "CP11", List.of("m1.cp11"));
            room.opinions.on(new OpinionEvents.Requested(opinion, MailRoom.START));
            room.opinions.on(new OpinionEvents.Answered(opinion, true));
            room.opinions.on(new OpinionEvents.Withdrawn(opinion, "motif"));
            room.progress.on(new SummaryFiled(
                    "CP11-2026-03",
                    "CP11",
                    Quarter.parse("2026-Q1"),
                    "Un bon trimestre.",
                    9,
                    11,
                    PaperEditions.of(MailRoom.PAPER),
                    List.of("m1.cp11")));
            room.actions.on(new MeetingEvents.ActionAssigned(MailRoom.action("Former")));
            room.actions.on(
                    new MeetingEvents.ActionExtended(MailRoom.action("Former"), LocalDate.of(2026, 5, 31), "motif"));
            room.actions.on(new MeetingEvents.ActionCancelled(MailRoom.action("Former"), "motif"));
            room.actions.on(new MeetingEvents.ActionCompleted(MailRoom.action("Former")));
            room.mandates.on(new Membership.InterimNamed(cp11(), interim(), List.of("m1.cp11", "chair.cp11")));
            room.mandates.on(new Membership.InterimEnded(
                    cp11(), interim(), LocalDate.of(2026, 3, 20), List.of("m1.cp11", "chair.cp11")));
            room.mandates.on(new Membership.InterimEnded(cp11(), interim(), null, List.of("m1.cp11", "chair.cp11")));
            for (Integer into : new Integer[] {null, 10}) {
                room.programmes.on(new ProgrammeEnded(
                        cp11(),
                        cp11(),
                        new ProgrammeAct(
                                into == null ? 11 : 9, into, "Décret 2-26-1", LocalDate.of(2026, 3, 2), "Motif"),
                        new ProgrammeEnded.Counted(1, 2, 3, 4),
                        List.of("m1.cp11")));
            }
            Absence absence = new Absence(
                    MailRoom.PAPER,
                    "CP11",
                    "m1.cp11",
                    "alt1.cp11",
                    LocalDate.of(2026, 3, 2),
                    LocalDate.of(2026, 3, 20),
                    "m1.cp11",
                    1);
            room.mandates.on(new Absence.Announced(cp11(), absence, List.of("m1.cp11", "alt1.cp11", "sec.cp11")));
            room.mandates.on(
                    new Absence.EndedEarly(cp11(), absence, LocalDate.of(2026, 3, 9), List.of("m1.cp11", "alt1.cp11")));
            room.deadlines.on(new DeadlineNotice.TaskOpened(MailRoom.deadline(1, "sec.cp11")));
            room.deadlines.on(new DeadlineNotice.ReminderDue(MailRoom.deadline(1, "sec.cp11")));
            room.deadlines.on(new DeadlineNotice.Escalated(MailRoom.deadline(1, "chair.cp11")));
            room.matters.on(touched(1));
            room.matters.on(touched(2));
            room.waiting.add(waiting(new SubjectTitle("Comité du programme 11", "لجنة البرنامج 11", null)));
            room.digests.send("sec.cp11");
        });
    }

    private static MatterEvents.ProgrammesTouched touched(int version) {
        return new MatterEvents.ProgrammesTouched(
                "CP11-2026-03",
                new BodyName("Comité du programme 11", "لجنة البرنامج 11", "Committee of programme 11"),
                Instant.parse("2026-03-12T09:00:00Z"),
                version,
                List.of(
                        new MatterEvents.TouchingDecision(
                                "CP11-2026-03-D1", "SNIA-2026-0042", "Cartes", "Délivrer", List.of("CP1", "CP2")),
                        new MatterEvents.TouchingDecision(
                                "CP11-2026-03-D2", "SNIA-2026-0043", null, null, List.of("CP1"))),
                Map.of("m1.cp11", Set.of("CP1")));
    }

    private static DigestEntries.Entry waiting(SubjectTitle title) {
        Instant due = Instant.parse("2026-03-05T17:00:00Z");
        OpenTask task = new OpenTask(
                "4711",
                "Task_ComposeAgenda",
                "Composer l’ordre du jour",
                "CP11-2026-03",
                "MeetingPreparation",
                Optional.of("sec.cp11"),
                List.of(),
                MailRoom.START,
                Optional.of(due));
        return new DigestEntries.Entry(task, title, Ledger.What.ESCALATION, 1, due);
    }

    private static Body cp11() {
        return new Body(
                "CP11",
                11,
                "Comité du programme 11",
                "لجنة البرنامج 11",
                "Committee of programme 11",
                "CP",
                "COPIL",
                11,
                "P4M",
                "CONFIRMED",
                false,
                null,
                "CP",
                MeetingProcess.PROGRAMME_COMMITTEE_MEETING,
                null,
                null,
                null);
    }

    private static Membership interim() {
        return new Membership(
                MailRoom.PAPER,
                "CP11.chair",
                "CP11",
                MemberRole.CHAIR,
                null,
                MemberCategory.INSTITUTION,
                "m1.cp11",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                true,
                "Décision 7",
                null,
                false,
                1);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Template each : Template.values()) {
            keys.add(each.key());
        }
        return keys;
    }

    static List<String> partsOf(MimeMessage message) throws IOException, MessagingException {
        List<String> parts = new ArrayList<>();
        MimeMultipart mixed = (MimeMultipart) message.getContent();
        MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
        for (int i = 0; i < alternatives.getCount(); i++) {
            parts.add(typeOf(alternatives.getBodyPart(i)));
        }
        for (int i = 1; i < mixed.getCount(); i++) {
            parts.add(typeOf(mixed.getBodyPart(i)) + " " + mixed.getBodyPart(i).getFileName());
        }
        return parts;
    }

    private static String typeOf(BodyPart part) throws MessagingException {
        return part.getContentType().split(";", 2)[0];
    }
}
