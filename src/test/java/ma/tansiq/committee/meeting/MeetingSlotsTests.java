package ma.tansiq.committee.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.LegalTime;
import ma.tansiq.TansiqTest;
import ma.tansiq.calendar.QuietPeriods;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.committee.CommitteeStage;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.cadence.ReferralClosings;
import ma.tansiq.engine.Accounts;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Dates that planning proposes, and what it warns of (rules A2b, A3). */
@TansiqTest
class MeetingSlotsTests {

    private static final String PLAN = "Task_PlanMeeting";

    @Autowired
    CommitteeStage stage;

    @Autowired
    MeetingSlots slots;

    @Autowired
    MeetingManagement management;

    @Autowired
    MeetingHistory history;

    @Autowired
    ReferralClosings closings;

    @Autowired
    Bodies bodies;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    QuietPeriods quiet;

    @Autowired
    Accounts accounts;

    private final List<String> opened = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        opened.forEach(each -> management.cancel(each, "Essai", "coord"));
        ClockUtil.reset();
    }

    @Test
    void fiveDaysThatRespectNoticeWorkingDaysAndTheFridayPrayer() {
        stage.itIs(LocalDateTime.of(2034, 9, 11, 9, 0));
        String meeting = open("CP9");

        assertThat(slots.of(meeting).stream().map(MeetingSlots.Slot::value))
                .as("a Monday, then five working days of notice; on Friday in the morning")
                .containsExactly(
                        "2034-09-18T10:00",
                        "2034-09-19T10:00",
                        "2034-09-20T10:00",
                        "2034-09-21T10:00",
                        "2034-09-22T09:00");
    }

    /** Ramadan 1456 begins on 12 November 2034 and the feast is on 12 December, both by Umm al-Qura. */
    @Test
    void hoursOfRamadanAndItsQuietEnd() {
        stage.itIs(LocalDateTime.of(2034, 11, 17, 9, 0));
        String meeting = open("CP9");

        List<MeetingSlots.Slot> offered = slots.of(meeting);

        assertThat(offered).hasSizeBetween(3, 5).allSatisfy(slot -> {
            LocalDateTime start = LocalDateTime.ofInstant(slot.startsAt(), LegalTime.ZONE);
            LocalDateTime end = LocalDateTime.ofInstant(slot.endsAt(), LegalTime.ZONE);
            if (start.toLocalDate().isBefore(LocalDate.of(2034, 12, 12))) {
                assertThat(start.toLocalTime()).isAfterOrEqualTo(LocalTime.of(10, 0));
                assertThat(end.toLocalTime()).isBeforeOrEqualTo(LocalTime.of(14, 0));
            }
            assertThat(start.toLocalDate())
                    .satisfiesAnyOf(
                            day -> assertThat(day).isBefore(LocalDate.of(2034, 12, 2)),
                            day -> assertThat(day).isAfter(LocalDate.of(2034, 12, 11)));
        });
    }

    /** The rule itself, on the first of every month of two years, at each level's notice. */
    @Test
    void noSlotEverBreaksARule() {
        for (String body : List.of("CP9", "COPIL")) {
            int notice = body.equals("COPIL") ? 10 : 5;
            stage.itIs(LocalDateTime.of(2034, 1, 2, 9, 0));
            String meeting = open(body);
            for (LocalDate today = LocalDate.of(2034, 1, 1); today.getYear() < 2036; today = today.plusMonths(1)) {
                stage.itIs(today.atTime(9, 0));
                LocalDate now = today;
                assertThat(slots.of(meeting)).hasSizeBetween(3, 5).allSatisfy(slot -> {
                    LocalDateTime start = LocalDateTime.ofInstant(slot.startsAt(), LegalTime.ZONE);
                    LocalDate day = start.toLocalDate();
                    assertThat(workingDays.isWorkingDay(day)).isTrue();
                    assertThat(workingDays.between(now, day)).isGreaterThanOrEqualTo(notice);
                    assertThat(quiet.includes(day)).isFalse();
                    assertThat(day.getDayOfWeek() != DayOfWeek.FRIDAY || start.getHour() < 10)
                            .as("far from Friday noon: %s", start)
                            .isTrue();
                });
            }
        }
    }

    @Test
    void slotOfTheFormIsADateLikeAnyOther() {
        stage.itIs(LocalDateTime.of(2034, 9, 11, 9, 0));
        String meeting = open("CP9");
        JsonNode offered = stage.shown("sec.cp9", meeting, PLAN, "slots");
        assertThat(offered)
                .extracting(each -> each.get("label").asText())
                .contains("lundi 18 septembre 2034, de 10:00 à 12:00", "Une autre date");
        assertThat(stage.toldWhen("sec.cp9", meeting, PLAN, Map.of("slot", "demain", "place", "Salle A")))
                .isEqualTo("« Créneaux proposés » doit être une date et une heure valables, par exemple 15/03/2027 à"
                        + " 10:00.");
        assertThat(stage.toldWhen("sec.cp9", meeting, PLAN, Map.of("slot", "2034-09-13T10:00", "place", "Salle A")))
                .as("one that nobody offered breaks the notice")
                .startsWith("Le délai de convocation est de 5 jours ouvrés");
        assertThat(stage.toldWhen("sec.cp9", meeting, PLAN, Map.of("slot", "other", "place", "Salle A")))
                .isEqualTo("« Date de la séance » et « Heure » sont à remplir tous les deux.");

        stage.does("sec.cp9", meeting, PLAN, Map.of("slot", "2034-09-18T10:00", "place", "Salle A"));

        assertThat(stage.shown("m1.cp9", meeting, "Task_ConfirmAttendance", "startsAt")
                        .asText())
                .isEqualTo("18/09/2034 10:00");
    }

    @Test
    void clashesOfPeopleAndRoomAreToldAndAcceptedKnowingly() {
        stage.itIs(LocalDateTime.of(2034, 9, 11, 9, 0));
        String first = open("CP9");
        stage.does("sec.cp9", first, PLAN, plan("2034-09-18T10:00", "Rabat, Salle A"));
        stage.does("m2.cp9", first, "Task_ConfirmAttendance", Map.of("answer", "DECLINED"));
        String same = open("CP9");
        assertThat(slots.of(same).get(0).value())
                .as("those people sit elsewhere in the morning")
                .isEqualTo("2034-09-18T14:30");

        assertThat(stage.toldWhen("sec.cp9", same, PLAN, plan("2034-09-18T11:59", "Tanger")))
                .startsWith("À ce moment-là, des personnes ou le lieu sont déjà pris : " + first + " (10:00–12:00) · ")
                .contains(nameOf("chair.cp9"))
                .as("who excused themselves is free")
                .doesNotContain(nameOf("m2.cp9"), "Tanger");
        String elsewhere = open("CP10");
        assertThat(stage.toldWhen("sec.cp10", elsewhere, PLAN, plan("2034-09-18T10:00", "RABAT – salle a")))
                .as("the same room, however it is written")
                .contains(first + " (10:00–12:00) · RABAT – salle a.");
        assertThat(stage.openKinds(elsewhere)).containsExactly(PLAN);

        stage.does("sec.cp10", elsewhere, PLAN, plan("2034-09-18T12:00", "Rabat, Salle A"));
        assertThat(history.latest(elsewhere, "CLASH_ACCEPTED"))
                .as("one begins when the other ends")
                .isEmpty();
        Map<String, Object> knowing = new HashMap<>(plan("2034-09-18T11:00", "Rabat, Salle A"));
        knowing.put("clashesKnown", true);
        stage.does("sec.cp9", same, PLAN, knowing);
        assertThat(history.latest(same, "CLASH_ACCEPTED")).hasValueSatisfying(fact -> {
            assertThat(fact.actor()).isEqualTo("sec.cp9");
            assertThat(fact.detail()).contains(first, nameOf("chair.cp9"), "Rabat, Salle A");
        });
    }

    /** 15 working days before Tuesday 21 November 2034; 31 October and 6 November are days off. */
    @Test
    void referralsCloseFifteenWorkingDaysBeforeTheNextReview() {
        stage.itIs(LocalDateTime.of(2034, 9, 11, 9, 0));
        String review = open("COPIL");
        stage.does("sec.copil", review, PLAN, plan("2034-11-21T10:00", "Rabat, salle du pilotage"));
        String meeting = open("CP9");

        var closing = closings.of(bodies.find("CP9").orElseThrow()).orElseThrow();

        assertThat(closing.meeting()).isEqualTo(review);
        assertThat(closing.lastDay()).isEqualTo(LocalDate.of(2034, 10, 27));
        assertThat(closing.isTooLate(LocalDate.of(2034, 10, 27))).isFalse();
        assertThat(closing.isTooLate(LocalDate.of(2034, 10, 30))).isTrue();
        assertThat(stage.shown("sec.cp9", meeting, PLAN, "referralsClose").asText())
                .contains("**" + review + "**", "le 21/11/2034", "15 jours ouvrés", "**27/10/2034**");
        assertThat(slots.of(meeting)).noneMatch(MeetingSlots.Slot::tooLate);
        stage.itIs(LocalDateTime.of(2034, 10, 23, 9, 0));
        assertThat(slots.of(meeting)).allMatch(MeetingSlots.Slot::tooLate);
        assertThat(closings.of(bodies.find("CI").orElseThrow())).isEmpty();
    }

    private String open(String body) {
        String meeting = stage.open(body);
        opened.add(0, meeting);
        return meeting;
    }

    private static Map<String, Object> plan(String start, String place) {
        return Map.of("startsAt", start, "durationMinutes", 120, "place", place);
    }

    private String nameOf(String account) {
        return accounts.find(account.toLowerCase(Locale.ROOT)).orElseThrow().name();
    }
}
