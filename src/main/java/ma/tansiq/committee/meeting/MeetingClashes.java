package ma.tansiq.committee.meeting;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What speaks against a date although no rule forbids it (rule A2b): people of the body who sit in another meeting at
 * that time, and a room, or the address of a video conference, that another meeting has. Whoever plans is told, and may go
 * on knowingly.
 */
@Component
public class MeetingClashes {

    private static final int MOST_NAMED = 5;

    private final JdbcClient database;
    private final Memberships memberships;
    private final MeetingFacts facts;

    MeetingClashes(JdbcClient database, Memberships memberships, MeetingFacts facts) {
        this.database = database;
        this.memberships = memberships;
        this.facts = facts;
    }

    /**
     * Somebody who is expected in a meeting that is to be held; whoever excused themselves is not, and whoever is
     * represented is free for the time of their alternate.
     *
     * @param account null for a meeting that nobody is convoked to yet
     */
    record Busy(
            String meeting,
            Instant startsAt,
            Instant endsAt,
            @Nullable String place,
            @Nullable String link,
            @Nullable String account) {

        boolean meets(Instant from, Instant until) {
            return startsAt.isBefore(until) && endsAt.isAfter(from);
        }
    }

    /** Who is expected anywhere between those instants, in meetings other than that one. */
    List<Busy> between(String meeting, Instant from, Instant until) {
        return database.sql("""
                        select m.reference as meeting, m.starts_at, m.ends_at, m.place, m.link,
                               case when a.answer = 'DELEGATED' then a.alternate else a.account end as account
                          from meeting m
                          left join attendance a on a.meeting = m.reference and a.answer is distinct from 'DECLINED'
                         where m.status in ('PLANNED', 'CONVENED') and m.reference <> :meeting
                           and m.starts_at < :until and m.ends_at > :from
                         order by m.starts_at, m.reference, a.ordinal""")
                .param("meeting", meeting)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Busy.class)
                .list();
    }

    /** Accounts of those who are convoked to a session of that body on that day. */
    Set<String> people(String body, LocalDate day) {
        return memberships.activeOn(body, day).stream()
                .map(Membership::account)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    /** Whether one of those people, or that place, is taken between those instants. */
    static boolean taken(List<Busy> busy, Set<String> people, MeetingPlan plan) {
        return busy.stream()
                .filter(each -> each.meets(plan.startsAt(), plan.endsAt()))
                .anyMatch(each -> people.contains(each.account()) || sharesPlace(each, plan));
    }

    /**
     * What that plan clashes with, each other meeting with the people and the place; it is added to the problems unless
     * its author knows.
     */
    public List<String> check(Meeting meeting, MeetingPlan plan, Problems problems) {
        if (!plan.endsAt().isAfter(plan.startsAt())) {
            return List.of();
        }
        Set<String> people = people(meeting.body(), LocalDate.ofInstant(plan.startsAt(), LegalTime.ZONE));
        Map<String, List<Busy>> others = between(meeting.reference(), plan.startsAt(), plan.endsAt()).stream()
                .filter(each -> people.contains(each.account()) || sharesPlace(each, plan))
                .collect(Collectors.groupingBy(Busy::meeting, LinkedHashMap::new, Collectors.toList()));
        List<String> clashes = others.values().stream()
                .map(each -> described(each, people, plan))
                .toList();
        if (!clashes.isEmpty() && !plan.clashesKnown()) {
            problems.add(CommitteeRefusal.because("clash", String.join(" ; ", clashes)));
        }
        return clashes;
    }

    /** Without words of any language: reference, hours, names, place. */
    private String described(List<Busy> same, Set<String> people, MeetingPlan plan) {
        Busy first = same.get(0);
        List<String> parts = new ArrayList<>();
        parts.add("%s (%s\u2013%s)".formatted(first.meeting(), hour(first.startsAt()), hour(first.endsAt())));
        List<String> names = same.stream()
                .map(Busy::account)
                .flatMap(Stream::ofNullable)
                .filter(people::contains)
                .distinct()
                .map(facts::nameOf)
                .toList();
        names.stream().limit(MOST_NAMED).forEach(parts::add);
        if (names.size() > MOST_NAMED) {
            parts.add("+ " + (names.size() - MOST_NAMED));
        }
        if (sharesPlace(first, plan)) {
            parts.add(plan.place());
        }
        return String.join(" \u00b7 ", parts);
    }

    private static boolean sharesPlace(Busy other, MeetingPlan plan) {
        boolean place = !plan.place().isBlank() && plain(plan.place()).equals(plain(other.place()));
        return place || (plan.link() != null && plain(plan.link()).equals(plain(other.link())));
    }

    /** However it is written: case, accents, spaces and marks do not make another room. */
    private static String plain(@Nullable String place) {
        return place == null
                ? ""
                : Normalizer.normalize(place, Normalizer.Form.NFKD)
                        .replaceAll("[^\\p{L}\\p{N}]+", "")
                        .toLowerCase(Locale.ROOT);
    }

    private static LocalTime hour(Instant instant) {
        return LocalTime.ofInstant(instant, LegalTime.ZONE);
    }
}
