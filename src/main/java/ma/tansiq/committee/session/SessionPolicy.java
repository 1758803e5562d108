package ma.tansiq.committee.session;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.FormTexts;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a record of a session must satisfy (rules B1, C3, C6): everybody convoked is accounted for, whoever presided was
 * in the room and may preside, an item has one outcome, and without quorum nothing is decided.
 */
@Component
class SessionPolicy {

    private static final List<MemberRole> MAY_PRESIDE = List.of(MemberRole.CHAIR, MemberRole.VICE_CHAIR);

    private final Memberships memberships;

    SessionPolicy(Memberships memberships) {
        this.memberships = memberships;
    }

    /** The seats of the body on the day of the session. */
    List<Membership> seats(Meeting meeting) {
        return memberships.activeOn(meeting.body(), LocalDate.ofInstant(meeting.startsAt(), LegalTime.ZONE));
    }

    /** The sheet with everybody's presence filled in. */
    List<Attendance> checkedSheet(List<Membership> seats, List<Attendance> convoked, SessionRecord record) {
        Map<String, SessionRecord.PresenceRecord> given = new HashMap<>();
        for (SessionRecord.PresenceRecord each : record.attendance()) {
            if (given.put(each.account(), each) != null) {
                throw CommitteeRefusal.because("presenceTwice", each.account());
            }
        }
        List<Attendance> sheet = convoked.stream()
                .map(each -> present(each, given.remove(each.account())))
                .toList();
        given.keySet().stream().findFirst().ifPresent(stranger -> {
            throw CommitteeRefusal.because("notOnTheSheet", stranger);
        });
        checkStandIns(seats, sheet);
        return sheet;
    }

    /** Whoever presides holds the chair (or its interim) or the vice-chair on that day, and was present. */
    void checkPresiding(List<Membership> seats, List<Attendance> sheet, String presiding) {
        boolean present = sheet.stream()
                .anyMatch(each -> each.account().equals(presiding) && each.presence() == Presence.PRESENT);
        if (!present) {
            throw CommitteeRefusal.because("presidingAbsent", presiding);
        }
        if (!mayPreside(seats).contains(presiding)) {
            throw CommitteeRefusal.because("mayNotPreside", presiding);
        }
    }

    /** Accounts that may preside over that session: the chair or, in absence, its interim; the vice-chair. */
    Set<String> mayPreside(Meeting meeting) {
        return mayPreside(seats(meeting));
    }

    private Set<String> mayPreside(List<Membership> seats) {
        return MAY_PRESIDE.stream()
                .flatMap(role -> memberships.holders(seats, role).stream())
                .flatMap(each -> Stream.ofNullable(each.account()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void checkOutcomes(List<AgendaItem> agenda, SessionRecord record, Quorum quorum) {
        Map<Integer, SessionRecord.ItemRecord> given = new HashMap<>();
        for (SessionRecord.ItemRecord each : record.items()) {
            if (given.put(each.position(), each) != null) {
                throw CommitteeRefusal.because("outcomeTwice", each.position());
            }
        }
        Set<Integer> positions = agenda.stream().map(AgendaItem::position).collect(Collectors.toSet());
        given.keySet().stream()
                .filter(each -> !positions.contains(each))
                .findFirst()
                .ifPresent(each -> {
                    throw CommitteeRefusal.because("unknownItem", each);
                });
        if (!quorum.reached()) {
            checkNothingDecided(record, quorum);
            return;
        }
        for (Integer position : positions) {
            checkOutcome(position, given.get(position));
        }
        checkActions(record, given);
    }

    /** An action carries out a decision of this session, belongs to somebody, and is due after the session. */
    void checkOwners(List<Membership> seats, SessionRecord record, LocalDate heldOn) {
        Set<String> eligible = seats.stream()
                .flatMap(each -> Stream.ofNullable(each.account()))
                .collect(Collectors.toSet());
        for (SessionRecord.ActionRecord each : record.actions()) {
            if (!eligible.contains(each.owner())) {
                throw CommitteeRefusal.because("ownerUnknown", each.title(), each.owner());
            }
            if (!each.dueOn().isAfter(heldOn)) {
                throw CommitteeRefusal.because("actionDueTooEarly", each.title(), FormTexts.date(heldOn));
            }
        }
    }

    private static Attendance present(Attendance convoked, SessionRecord.@Nullable PresenceRecord given) {
        if (given == null) {
            throw CommitteeRefusal.because("presenceMissing", convoked.name());
        }
        boolean represented = given.presence() == Presence.REPRESENTED;
        String alternate = given.alternate() == null ? convoked.alternate() : given.alternate();
        if (represented && alternate == null) {
            throw CommitteeRefusal.because("representedByNobody", convoked.name());
        }
        return convoked.tookPart(given.presence(), represented ? alternate : convoked.alternate());
    }

    private static void checkStandIns(List<Membership> seats, List<Attendance> sheet) {
        Set<String> alternates = seats.stream()
                .filter(each -> each.role() == MemberRole.ALTERNATE)
                .flatMap(each -> Stream.ofNullable(each.account()))
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Attendance each : sheet) {
            String standIn = each.presence() == Presence.REPRESENTED ? each.alternate() : null;
            if (standIn != null && !alternates.contains(standIn)) {
                throw CommitteeRefusal.because("alternateNotEligible", standIn);
            }
            if (standIn != null && !seen.add(standIn)) {
                throw CommitteeRefusal.because("alternateTaken", standIn);
            }
        }
    }

    private static void checkNothingDecided(SessionRecord record, Quorum quorum) {
        boolean decided = record.items().stream().anyMatch(each -> each.outcome() != null || each.decision() != null);
        if (decided || !record.actions().isEmpty()) {
            throw CommitteeRefusal.because("noQuorum", quorum.present(), quorum.required());
        }
    }

    private static void checkOutcome(int position, SessionRecord.@Nullable ItemRecord given) {
        if (given == null || given.outcome() == null) {
            throw CommitteeRefusal.because("outcomeMissing", position);
        }
        if (given.outcome().needsDecision() && given.decision() == null) {
            throw CommitteeRefusal.because("decisionMissing", position);
        }
        if (!given.outcome().needsDecision() && given.decision() != null) {
            throw CommitteeRefusal.because("decisionWithoutOutcome", position);
        }
    }

    private static void checkActions(SessionRecord record, Map<Integer, SessionRecord.ItemRecord> items) {
        for (SessionRecord.ActionRecord each : record.actions()) {
            SessionRecord.ItemRecord item = items.get(each.position());
            if (item == null || item.decision() == null) {
                throw CommitteeRefusal.because("actionWithoutDecision", each.title());
            }
        }
    }
}
