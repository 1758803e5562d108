package ma.tansiq.committee.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.BodyRefusal;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.ItemOutcome;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.Onward;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.committee.meeting.Quorum;
import ma.tansiq.committee.meeting.SessionRecord;
import ma.tansiq.engine.FormTexts;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a record of a session must satisfy (rules B1, C3, C6): everybody convoked is accounted for, whoever presided was
 * in the room and may preside, an item has one outcome, and without quorum nothing is decided.
 */
@Component
class SessionPolicy {

    private static final List<MemberRole> MAY_PRESIDE = List.of(MemberRole.CHAIR, MemberRole.VICE_CHAIR);

    private static final Set<ItemOutcome> REST =
            Set.of(ItemOutcome.REJECTED, ItemOutcome.DEFERRED, ItemOutcome.REFERRED_UP);

    private final Bodies bodies;
    private final Memberships memberships;
    private final MeetingFacts facts;

    SessionPolicy(Bodies bodies, Memberships memberships, MeetingFacts facts) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.facts = facts;
    }

    /** The seats of the body on the day of the session. */
    List<Membership> seats(Meeting meeting) {
        return memberships.activeOn(meeting.body(), heldOn(meeting));
    }

    /** The day of the session. */
    LocalDate heldOn(Meeting meeting) {
        return LocalDate.ofInstant(meeting.startsAt(), LegalTime.ZONE);
    }

    /** The sheet with everybody's presence filled in; of whom none is said is told once, as missing. */
    List<Attendance> checkedSheet(
            List<Membership> seats,
            List<Attendance> convoked,
            SessionRecord record,
            MeetingRules rules,
            Problems problems) {
        Map<String, SessionRecord.PresenceRecord> given = new LinkedHashMap<>();
        for (SessionRecord.PresenceRecord each : record.attendance()) {
            if (given.put(each.account(), each) != null) {
                problems.add(CommitteeRefusal.because("presenceTwice", facts.nameOf(each.account())));
            }
        }
        List<String> missing = new ArrayList<>();
        List<Attendance> sheet = convoked.stream()
                .map(each -> present(each, given.remove(each.account()), missing, problems))
                .toList();
        if (!missing.isEmpty()) {
            problems.add(CommitteeRefusal.because("presenceMissing", String.join(", ", missing)));
        }
        given.keySet()
                .forEach(stranger -> problems.add(CommitteeRefusal.because("notOnTheSheet", facts.nameOf(stranger))));
        checkStandIns(seats, sheet, problems);
        new ProxyPolicy(rules, facts::nameOf).check(sheet, problems);
        return sheet;
    }

    /** Whoever presides holds the chair (or its interim) or the vice-chair on that day, and was present. */
    void checkPresiding(List<Membership> seats, List<Attendance> sheet, @Nullable String presiding) {
        if (presiding == null) {
            throw CommitteeRefusal.because("presidingMissing");
        }
        if (!mayPreside(seats).contains(presiding)) {
            throw CommitteeRefusal.because("mayNotPreside", facts.nameOf(presiding));
        }
        boolean absent = sheet.stream()
                .filter(each -> each.account().equals(presiding))
                .noneMatch(each -> each.presence() == null || each.presence() == Presence.PRESENT);
        if (absent) {
            throw CommitteeRefusal.because("presidingAbsent", facts.nameOf(presiding));
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

    /**
     * With quorum each item has one outcome, and an action carries out a decision of this session; without, nothing is
     * decided.
     *
     * @param all the agenda; what an earlier sitting settled is not decided a second time
     * @param agenda what is still open
     * @param first whether no earlier sitting of the session is on record; at a later one each item's own quorum decides
     * @param quorum null while the attendance has problems: then a record that decides something is checked as if there
     *     were a quorum
     */
    void checkDecisions(
            List<AgendaItem> all,
            List<AgendaItem> agenda,
            SessionRecord record,
            boolean first,
            @Nullable Quorum quorum,
            Problems problems) {
        boolean decides = decides(record);
        if (!first) {
            checkOutcomes(all, agenda, record, problems);
        } else if (quorum != null && !quorum.reached() && decides) {
            problems.add(CommitteeRefusal.because("noQuorum", quorum.present(), quorum.required()));
        } else if (quorum == null ? decides : quorum.reached()) {
            checkOutcomes(all, agenda, record, problems);
        }
    }

    private static void checkOutcomes(
            List<AgendaItem> all, List<AgendaItem> agenda, SessionRecord record, Problems problems) {
        Map<Integer, SessionRecord.ItemRecord> given = new HashMap<>();
        for (SessionRecord.ItemRecord each : record.items()) {
            if (given.put(each.position(), each) != null) {
                problems.add(CommitteeRefusal.because("outcomeTwice", each.position()));
            }
        }
        boolean suspended = record.suspension() != null;
        agenda.forEach(item -> {
            SessionRecord.ItemRecord of = given.remove(item.position());
            boolean waits = suspended && (of == null || (of.outcome() == null && of.decision() == null));
            if (!waits) {
                problems.check(() -> checkOutcome(item, of));
            }
        });
        all.stream()
                .filter(each -> given.remove(each.position()) != null)
                .forEach(each -> problems.add(CommitteeRefusal.because("alreadyDecided", each.label())));
        given.keySet().forEach(stranger -> problems.add(CommitteeRefusal.because("unknownItem", stranger)));
        checkAdded(record, problems);
        checkActions(record, problems);
    }

    /** What nobody could prepare for is decided only if nobody present objects (rule B7). */
    private static void checkAdded(SessionRecord record, Problems problems) {
        record.added().stream()
                .filter(each -> !each.unopposed() && each.item().outcome() != null)
                .filter(each -> !Objects.requireNonNull(each.item().outcome()).leavesOpen())
                .forEach(each -> problems.add(CommitteeRefusal.because("addedOpposed", each.title())));
    }

    /** Only a body that has another above it refers matters up (rule B2). */
    void checkReferrals(String body, SessionRecord record, Problems problems) {
        boolean refers = record.items().stream().anyMatch(each -> each.outcome() == ItemOutcome.REFERRED_UP);
        if (refers && bodies.parentOf(body).isEmpty()) {
            problems.add(CommitteeRefusal.because("nothingAbove", body));
        }
        record.items().forEach(each -> problems.check(() -> checkOnward(body, each)));
        record.items().forEach(each -> problems.check(() -> checkTouched(body, each)));
    }

    /**
     * An item goes sideways to another committee under the same body (rule B4b); of one adopted in part it is said what
     * was not adopted, and what becomes of it (rule B1).
     */
    private void checkOnward(String body, SessionRecord.ItemRecord item) {
        Onward onward = item.onward();
        if (item.outcome() == ItemOutcome.REFERRED) {
            String other = onward == null ? null : onward.referredTo();
            if (other == null) {
                throw CommitteeRefusal.because("referralMissing", item.position());
            }
            checkSideways(body, other);
        } else if (item.outcome() == ItemOutcome.ADOPTED_IN_PART) {
            ItemOutcome left = onward == null ? null : onward.restOutcome();
            if (onward == null || onward.rest() == null || left == null) {
                throw CommitteeRefusal.because("restMissing", item.position());
            }
            if (!REST.contains(left)) {
                throw CommitteeRefusal.because("restOutcome", item.position());
            }
            if (left == ItemOutcome.REFERRED_UP && bodies.parentOf(body).isEmpty()) {
                throw CommitteeRefusal.because("nothingAbove", body);
            }
        } else if (onward != null) {
            throw CommitteeRefusal.because("onwardWithoutOutcome", item.position());
        }
    }

    /** Only a decision touches another programme, that of a committee under the same body (rule B4b). */
    private void checkTouched(String body, SessionRecord.ItemRecord item) {
        ItemOutcome outcome = item.outcome();
        if (!item.touches().isEmpty() && (outcome == null || !outcome.needsDecision())) {
            throw CommitteeRefusal.because("touchesWithoutDecision", item.position());
        }
        for (String each : item.touches()) {
            if (bodies.find(each).isEmpty() || !isBeside(body, each)) {
                throw CommitteeRefusal.because("touchesNoCommittee", item.position(), each);
            }
        }
    }

    private boolean isBeside(String body, String other) {
        return !other.equals(body)
                && bodies.parentOf(other).isPresent()
                && bodies.parentOf(other)
                        .map(Body::code)
                        .equals(bodies.parentOf(body).map(Body::code));
    }

    private void checkSideways(String body, String other) {
        Body target = bodies.find(other).orElseThrow(() -> CommitteeRefusal.because("unknownBody", other));
        if (other.equals(body)) {
            throw CommitteeRefusal.because("referralToItself", body);
        }
        if (target.isClosed()) {
            throw BodyRefusal.closed(target);
        }
        String parent = target.parent();
        if (parent == null
                || bodies.parentOf(body).map(Body::code).filter(parent::equals).isEmpty()) {
            throw CommitteeRefusal.because("referralNotSideways", other, body);
        }
    }

    /** An action belongs to somebody of the body, and is due after the session. */
    void checkOwners(List<Membership> seats, SessionRecord record, LocalDate heldOn, Problems problems) {
        Set<String> eligible = seats.stream()
                .flatMap(each -> Stream.ofNullable(each.account()))
                .collect(Collectors.toSet());
        for (SessionRecord.ActionRecord each : record.actions()) {
            if (!eligible.contains(each.owner())) {
                problems.add(CommitteeRefusal.because("ownerUnknown", each.title(), facts.nameOf(each.owner())));
            }
            checkDue(each.title(), each.dueOn(), heldOn, problems);
        }
    }

    static void checkDue(String action, LocalDate dueOn, LocalDate heldOn, Problems problems) {
        if (!dueOn.isAfter(heldOn)) {
            problems.add(CommitteeRefusal.because("actionDueTooEarly", action, FormTexts.date(heldOn)));
        }
    }

    private static Attendance present(
            Attendance convoked,
            SessionRecord.@Nullable PresenceRecord given,
            List<String> missing,
            Problems problems) {
        if (given == null || given.presence() == null) {
            missing.add(convoked.name());
            return convoked.tookPart(null, convoked.alternate());
        }
        if (given.presence() == Presence.PROXY) {
            return convoked.tookPart(Presence.PROXY, given.standIn());
        }
        boolean represented = given.presence() == Presence.REPRESENTED;
        String alternate = given.standIn() == null ? convoked.alternate() : given.standIn();
        if (represented && alternate == null) {
            problems.add(CommitteeRefusal.because("representedByNobody", convoked.name()));
        }
        return convoked.tookPart(given.presence(), represented ? alternate : convoked.alternate());
    }

    private void checkStandIns(List<Membership> seats, List<Attendance> sheet, Problems problems) {
        Map<String, Attendance> represented = new HashMap<>();
        for (Attendance each : sheet) {
            String standIn = each.presence() == Presence.REPRESENTED ? each.alternate() : null;
            if (standIn == null) {
                continue;
            }
            Attendance other = represented.putIfAbsent(standIn, each);
            if (!memberships.alternatesOf(each.account(), seats).contains(standIn)) {
                problems.add(CommitteeRefusal.because("alternateNotEligible", facts.nameOf(standIn), each.name()));
            } else if (other != null) {
                problems.add(
                        CommitteeRefusal.because("alternateTwice", facts.nameOf(standIn), other.name(), each.name()));
            }
        }
    }

    private static boolean decides(SessionRecord record) {
        return !record.actions().isEmpty()
                || !record.added().isEmpty()
                || record.items().stream().anyMatch(each -> each.outcome() != null || each.decision() != null);
    }

    private static void checkOutcome(AgendaItem item, SessionRecord.@Nullable ItemRecord given) {
        if (given == null || given.outcome() == null) {
            throw CommitteeRefusal.because("outcomeMissing", item.label());
        }
        if (given.outcome().needsDecision() && given.decision() == null) {
            throw CommitteeRefusal.because("decisionMissing", item.label());
        }
        if (!given.outcome().needsDecision() && given.decision() != null) {
            throw CommitteeRefusal.because("decisionWithoutOutcome", item.label());
        }
    }

    private static void checkActions(SessionRecord record, Problems problems) {
        Set<Integer> decided = record.items().stream()
                .filter(each -> each.decision() != null)
                .map(SessionRecord.ItemRecord::position)
                .collect(Collectors.toSet());
        record.actions().stream()
                .filter(each -> !decided.contains(each.position()))
                .forEach(each -> problems.add(CommitteeRefusal.because("actionWithoutDecision", each.title())));
    }
}
