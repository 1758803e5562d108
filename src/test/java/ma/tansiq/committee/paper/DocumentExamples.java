package ma.tansiq.committee.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.meeting.PresidingOffice;
import ma.tansiq.committee.paper.AgendaPackDocument.Enclosed;
import ma.tansiq.committee.paper.AgendaPackDocument.PreviousMinutes;
import ma.tansiq.committee.paper.ConductLine.VoteLine;
import ma.tansiq.committee.paper.DecisionRecordDocument.AttendanceCount;
import ma.tansiq.committee.paper.MinutesDocument.Approval;
import ma.tansiq.committee.paper.MinutesDocument.Attendee;
import ma.tansiq.committee.paper.MinutesDocument.Earlier;
import ma.tansiq.committee.paper.MinutesDocument.Reservation;
import org.jspecify.annotations.Nullable;

/** Documents of a meeting of the committee of programme 11, short as a first session and long as a heavy one. */
final class DocumentExamples {

    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final MeetingHeading MEETING = new MeetingHeading(
            "CP11-2026-03",
            "Comité du programme 11 – Gouvernance et communication",
            "لجنة البرنامج 11 – الحكامة والتواصل",
            Instant.parse("2026-11-24T10:00:00Z"),
            Instant.parse("2026-11-24T12:30:00Z"),
            "Salle Atlas, avenue Ibn Sina, Rabat",
            "https://visio.example.org/cp11",
            1,
            true);

    private static final String PLAN = "Plan d’action triennal avec indicateurs et budgets par programme";
    private static final String LONG_TITLE =
            "Conventions de partenariat avec les conseils régionaux de l’Oriental, de Tanger-Tétouan-Al Hoceïma et de Souss-Massa, y compris leur financement pluriannuel et leur évaluation à mi-parcours";
    private static final String ARABIC_TITLE = "الشراكات الترابية مع مجلس جهة الشرق في إطار SNIA";
    private static final String NOTE = """
            Le comité est saisi d’un projet dont le coût est estimé à 1 234 567,89 DH, dont 40 % sur les crédits de 2027.
            Deux indicateurs sont proposés : le nombre de communes partenaires (référence 12, cible 30) et la part des actions dotées d’un budget.""";
    private static final String ARABIC_NOTE =
            "تقدر الكلفة الإجمالية للمشروع بمبلغ 1 234 567,89 درهم، منها 40 % برسم سنة 2027، بشراكة مع HCR و OIM، على أن يعرض التقرير قبل 31/12/2026.";

    private DocumentExamples() {}

    static AgendaPackDocument agendaPack(int items) {
        return new AgendaPackDocument(
                MEETING,
                IntStream.rangeClosed(1, items)
                        .mapToObj(DocumentExamples::agendaItem)
                        .toList(),
                new PreviousMinutes(
                        "CP11-2026-02",
                        LocalDate.of(2026, 7, 15),
                        HASH,
                        file("0", "CP11-2026-02-proces-verbal.pdf", 4, 0),
                        Map.of()),
                actions(items),
                3,
                false,
                List.of(consulted()),
                new AgendaPackDocument.Supplement(
                        "1427/CG (12/01/2027)",
                        Map.of("SNIA-2026-0001", NOTE, "SNIA-2026-0002", ARABIC_NOTE),
                        null,
                        Map.of()));
    }

    static AgendaPackDocument firstAgendaPack() {
        return new AgendaPackDocument(
                MEETING,
                List.of(agendaItem(1)),
                null,
                List.of(),
                0,
                false,
                List.of(),
                AgendaPackDocument.Supplement.NONE);
    }

    static DecisionRecordDocument decisionRecord(int items, @Nullable SignatureLine signature) {
        return new DecisionRecordDocument(
                MEETING,
                1,
                null,
                items == 1 ? List.of() : sittings(),
                new AttendanceCount(9, 1, 1, 2, 0),
                new QuorumLine(14, 7, 10),
                "Mohammed Amine El Idrissi",
                PresidingOffice.VICE_CHAIR,
                IntStream.rangeClosed(1, items)
                        .mapToObj(i -> new DecisionRecordDocument.Item(
                                i, "SNIA-2026-%04d".formatted(i), title(i), outcome(i), conduct(i), decisions(i)))
                        .toList(),
                actions(items),
                signature);
    }

    static MinutesDocument minutes(int items, int version, @Nullable SignatureLine signature) {
        return new MinutesDocument(
                MEETING,
                version,
                version == 1
                        ? null
                        : new Earlier(version - 1, HASH, "La cible adoptée est de « au moins 30 communes »."),
                items == 1 ? List.of() : sittings(),
                attendees(items),
                new QuorumLine(14, 7, 10),
                "Fatima-Zahra Bennani",
                PresidingOffice.CHAIR,
                "La présidente ouvre la séance à 10 h 05 et rappelle l’ordre du jour, adopté sans modification.",
                IntStream.rangeClosed(1, items)
                        .mapToObj(i -> new MinutesDocument.Item(
                                i,
                                "SNIA-2026-%04d".formatted(i),
                                title(i),
                                i % 3 == 2 ? ARABIC_NOTE : NOTE,
                                outcome(i),
                                conduct(i),
                                decisions(i),
                                opinions(i)))
                        .toList(),
                List.of(
                        new Approval("Fatima-Zahra Bennani", Instant.parse("2026-11-30T09:12:00Z"), false),
                        new Approval("Mohammed Amine El Idrissi", Instant.parse("2026-12-01T15:30:00Z"), true),
                        new Approval("خديجة العلوي", Instant.parse("2026-12-01T15:30:00Z"), true)),
                null,
                List.of(
                        new Reservation(
                                "Association marocaine d’appui aux migrants",
                                1,
                                "La cible de 30 communes n’a pas été arrêtée en séance.",
                                true,
                                "Le texte de la décision est corrigé : « au moins 30 communes »."),
                        new Reservation("خديجة العلوي", null, "لم يشر المحضر إلى مداخلة الجهة.", false, null)),
                actions(items),
                "L’ordre du jour étant épuisé, la séance est levée à 12 h 30.",
                signature,
                List.of(consulted()));
    }

    /** Minutes whose items are of every length from a few lines to more than a page, each line with its number. */
    static MinutesDocument minutesOfLongItems(int items) {
        return new MinutesDocument(
                MEETING,
                1,
                null,
                List.of(),
                attendees(1),
                new QuorumLine(14, 7, 10),
                "Fatima-Zahra Bennani",
                PresidingOffice.CHAIR,
                "Ouverture.",
                IntStream.rangeClosed(1, items)
                        .mapToObj(i -> new MinutesDocument.Item(
                                i,
                                "SNIA-2026-%04d".formatted(i),
                                title(i),
                                numbered("Débat " + i, linesDebated(i)),
                                "DECIDED",
                                null,
                                List.of(new DecisionLine(
                                        "CP11-2026-03-D" + i, 1, numbered("Décision " + i, linesDecided(i)))),
                                List.of()))
                        .toList(),
                List.of(),
                null,
                List.of(),
                List.of(),
                "Clôture.",
                null,
                List.of());
    }

    static int linesDebated(int item) {
        return 12 + item * 7 % 23;
    }

    static int linesDecided(int item) {
        return 3 + item * 5 % 19;
    }

    private static String numbered(String what, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> "%s, alinéa %d : le comité examine la répartition des crédits entre les régions."
                        .formatted(what, line))
                .collect(Collectors.joining("\n"));
    }

    static MinutesDocument minutesThatSay(String text) {
        return new MinutesDocument(
                MEETING,
                1,
                null,
                List.of(),
                attendees(1),
                new QuorumLine(14, 0, 3),
                text,
                PresidingOffice.CHAIR,
                text,
                List.of(new MinutesDocument.Item(
                        1,
                        "SNIA-2026-0001",
                        text,
                        text,
                        "DECIDED",
                        null,
                        List.of(new DecisionLine("D1", 1, text)),
                        List.of())),
                List.of(),
                null,
                List.of(),
                List.of(),
                text,
                null,
                List.of());
    }

    static SignatureLine electronic() {
        return new SignatureLine(
                "Fatima-Zahra Bennani", PresidingOffice.CHAIR, Instant.parse("2026-12-02T15:12:00Z"), null);
    }

    static SignatureLine onPaper() {
        return new SignatureLine(
                "Mohammed Amine El Idrissi",
                PresidingOffice.VICE_CHAIR,
                Instant.parse("2026-12-03T08:00:00Z"),
                new SignatureLine.Paper(LocalDate.of(2026, 12, 1), "1427/SG"));
    }

    private static AgendaPackDocument.Item agendaItem(int i) {
        return new AgendaPackDocument.Item(
                i,
                "SNIA-2026-%04d".formatted(i),
                title(i),
                i % 3 == 2 ? ARABIC_NOTE : i % 5 == 4 ? "" : NOTE,
                i % 4 == 0 ? null : "Abdelkhalek Benabdeljalil El Fassi El Fihri",
                "Ministère de l’Économie et des Finances – Direction du budget",
                papers(i),
                opinions(i));
    }

    /** The first item has two PDF files in the pack, the second a file that the pack only lists. */
    private static List<Enclosed> papers(int i) {
        return switch (i) {
            case 1 ->
                List.of(file("1.1", "Note de cadrage budgétaire 2027-2029.pdf", 5, 4), file("1.2", "Annexe.pdf", 1, 9));
            case 2 -> List.of(file("2.1", "مشروع اتفاقية الشراكة – Oriental (v2).docx", null, null));
            default -> List.of();
        };
    }

    /** The first item has an opinion with reservations, and one that never came. */
    private static List<OpinionLine> opinions(int i) {
        return i == 1
                ? List.of(
                        new OpinionLine(
                                "Haut-Commissariat au Plan",
                                "opinion.position.WITH_RESERVATIONS",
                                "Favorable, sous réserve d’un indicateur par région.\nرأي إيجابي مع تحفظات."),
                        new OpinionLine("Secrétariat de CP2", "opinion.status.NONE_GIVEN", null))
                : List.of();
    }

    private static ConsultedLine consulted() {
        return new ConsultedLine(
                "CP11-2026-C01",
                "SNIA-2026-0007",
                ARABIC_TITLE,
                "consultation.status.AGREED",
                "Le comité adopte le guide.");
    }

    private static Enclosed file(String number, String name, @Nullable Integer pages, @Nullable Integer offset) {
        return new Enclosed(number, new UUID(0, 1), name, 123_456, HASH, pages, offset != null);
    }

    private static String title(int i) {
        return switch (i % 3) {
            case 1 -> PLAN;
            case 2 -> ARABIC_TITLE;
            default -> LONG_TITLE;
        };
    }

    private static String outcome(int i) {
        return List.of("DECIDED", "RECOMMENDED", "NOTED", "AMENDED", "DEFERRED").get((i - 1) % 5);
    }

    /** A session that was suspended once. */
    private static List<SittingLine> sittings() {
        Instant first = Instant.parse("2026-11-24T09:00:00Z");
        Instant second = Instant.parse("2026-11-26T13:00:00Z");
        return List.of(
                new SittingLine(
                        1,
                        first,
                        first.plusSeconds(7_200),
                        "Fatima-Zahra Bennani",
                        new QuorumLine(14, 7, 10),
                        "Attente de l’avis du Haut-Commissariat au Plan.",
                        attendees(3)),
                new SittingLine(
                        2,
                        second,
                        second.plusSeconds(3_600),
                        "Mohammed Amine El Idrissi",
                        new QuorumLine(14, 7, 8),
                        null,
                        attendees(2)));
    }

    /** The first item was put to an open vote, the second was added and decided by secret ballot. */
    private static @Nullable ConductLine conduct(int i) {
        return switch (i) {
            case 1 ->
                new ConductLine(
                        false,
                        List.of("Salma Chraïbi"),
                        new QuorumLine(13, 7, 9),
                        new VoteLine(
                                "OPEN",
                                4,
                                4,
                                1,
                                List.of("Fatima-Zahra Bennani", "خديجة العلوي"),
                                List.of("Youssef Aït Benhaddou"),
                                List.of("Nadia Tazi"),
                                "FOR"));
            case 2 ->
                new ConductLine(
                        true, List.of(), null, new VoteLine("SECRET", 6, 2, 1, List.of(), List.of(), List.of(), null));
            default -> null;
        };
    }

    private static List<DecisionLine> decisions(int i) {
        return i % 5 == 3 || i % 5 == 0
                ? List.of()
                : List.of(new DecisionLine(
                        "CP11-2026-03-D" + i, i == 1 ? 2 : 1, i % 3 == 2 ? ARABIC_NOTE : "Le comité décide : " + NOTE));
    }

    private static List<ActionLine> actions(int items) {
        List<String> states = List.of("PLANNED", "IN_PROGRESS", "REPORTED_DONE", "DONE", "CANCELLED");
        return IntStream.rangeClosed(1, items)
                .mapToObj(i -> new ActionLine(
                        "CP11-2026-03-A" + i,
                        i % 3 == 2
                                ? "إعداد مشروع اتفاقية إطار مع مجلس الجهة"
                                : "Préparer le tableau des indicateurs par programme",
                        "Youssef Aït Benhaddou",
                        i % 2 == 0 ? "Haut-Commissariat au Plan" : null,
                        LocalDate.of(2027, 1, 15).plusDays(i),
                        states.get(i % 5),
                        i % 5 == 1 ? 40 : 0))
                .toList();
    }

    private static List<Attendee> attendees(int members) {
        Stream<Attendee> heads = Stream.of(
                new Attendee("Fatima-Zahra Bennani", MemberRole.CHAIR, "MDCMREAM", "PRESENT", null),
                new Attendee("Salma Chraïbi", MemberRole.SECRETARY, "MDCMREAM", "PRESENT", null),
                new Attendee("خديجة العلوي", MemberRole.OBSERVER, "مجلس جهة الشرق", "EXCUSED", null));
        Stream<Attendee> full = IntStream.rangeClosed(1, members)
                .mapToObj(i -> new Attendee(
                        "Membre n° " + i + " El Ouardighi",
                        MemberRole.FULL_MEMBER,
                        i % 2 == 0 ? "Ministère de l’Intérieur" : "Entraide nationale",
                        i % 3 == 0 ? "REPRESENTED" : "PRESENT",
                        i % 3 == 0 ? "Nadia Tazi" : null));
        return Stream.concat(heads, full).toList();
    }
}
