package ma.tansiq.committee.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.MeetingRulesTable;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.committee.meeting.SessionRecord.PresenceRecord;
import ma.tansiq.committee.meeting.SheetOfTheDay;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a secret ballot must satisfy to be opened (rules B7, C4): on what, and who casts for which seat. */
@Component
class BallotPolicy {

    private static final int LONGEST_QUESTION = 1_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;

    private final Agendas agendas;
    private final SheetOfTheDay sheetOfTheDay;
    private final SessionPolicy sessions;
    private final Memberships memberships;
    private final MeetingRulesTable rules;
    private final Bodies bodies;

    BallotPolicy(
            Agendas agendas,
            SheetOfTheDay sheetOfTheDay,
            SessionPolicy sessions,
            Memberships memberships,
            MeetingRulesTable rules,
            Bodies bodies) {
        this.agendas = agendas;
        this.sheetOfTheDay = sheetOfTheDay;
        this.sessions = sessions;
        this.memberships = memberships;
        this.rules = rules;
        this.bodies = bodies;
    }

    /** Adds what is wrong with the question and with who casts. */
    void check(Meeting meeting, String question, Map<String, String> casters, Problems problems) {
        problems.check(() -> checkQuestion(question));
        checkCasters(meeting, casters, problems);
    }

    /** What came up during the session is complete, and nobody present objects. */
    void checkAdded(String title, String text, boolean unopposed) {
        if (title.isBlank()
                || title.strip().length() > LONGEST_TITLE
                || text.isBlank()
                || text.strip().length() > LONGEST_TEXT) {
            throw CommitteeRefusal.because("ballotAddedIncomplete", LONGEST_TITLE, LONGEST_TEXT);
        }
        if (!unopposed) {
            throw CommitteeRefusal.because("ballotAddedOpposed", title.strip());
        }
    }

    /** The item is on the agenda and still to be dealt with. */
    void checkItem(String reference, int position) {
        boolean open =
                agendas.of(reference).stream().anyMatch(each -> each.position() == position && each.outcome() == null);
        if (!open) {
            throw CommitteeRefusal.because("ballotWithoutItem");
        }
    }

    private static void checkQuestion(String question) {
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            throw CommitteeRefusal.because("missing.question", LONGEST_QUESTION);
        }
    }

    private void checkCasters(Meeting meeting, Map<String, String> casters, Problems problems) {
        Body body = bodies.find(meeting.body()).orElseThrow();
        List<Membership> seats = sessions.seats(meeting);
        List<Attendance> sheet = sheetOfTheDay.of(meeting, body, seats);
        Map<String, String> unknown = new LinkedHashMap<>(casters);
        List<PresenceRecord> presence = sheet.stream()
                .map(each -> presence(each, unknown.remove(each.account()), seats))
                .toList();
        if (!unknown.isEmpty()
                || sheet.stream().anyMatch(each -> !each.voting() && casters.containsKey(each.account()))) {
            problems.add(CommitteeRefusal.because("ballotWithStrangers"));
        }
        sessions.checkedSheet(
                seats,
                sheet,
                new SessionRecord(null, presence, List.of(), List.of(), List.of(), null),
                rules.of(body.rules()),
                problems);
        if (casters.size() < BallotManagement.FEWEST) {
            problems.add(CommitteeRefusal.because("ballotTooSmall", BallotManagement.FEWEST));
        }
    }

    /** How somebody takes part for whom that person casts. */
    private PresenceRecord presence(Attendance seat, @Nullable String caster, List<Membership> seats) {
        if (!seat.voting()) {
            return new PresenceRecord(seat.account(), Presence.PRESENT, null);
        }
        if (caster == null) {
            return new PresenceRecord(seat.account(), Presence.ABSENT, null);
        }
        if (caster.equals(seat.account())) {
            return new PresenceRecord(seat.account(), Presence.PRESENT, null);
        }
        boolean alternate = memberships.alternatesOf(seat.account(), seats).contains(caster);
        return new PresenceRecord(seat.account(), alternate ? Presence.REPRESENTED : Presence.PROXY, caster);
    }
}
