package ma.tansiq.committee.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.OncePerTransaction;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The people around a meeting as forms name them: name, function in the body, organisation; never an account. Each is
 * a map from account to that label, in the order of rank.
 */
@Component
public class Participants {

    private final MeetingFacts facts;
    private final SheetOfTheDay sheet;
    private final ProxyOffers proxies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final MessageSource messages;
    private final OncePerTransaction<Asked, Map<String, String>> seated = new OncePerTransaction<>();

    Participants(
            MeetingFacts facts,
            SheetOfTheDay sheet,
            ProxyOffers proxies,
            Memberships memberships,
            Organisations organisations,
            MessageSource messages) {
        this.facts = facts;
        this.sheet = sheet;
        this.proxies = proxies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.messages = messages;
    }

    /** Everybody on the attendance sheet. */
    public Map<String, String> convoked(String meeting) {
        return named(seated(meeting), sheet.of(meeting).stream());
    }

    /** Those of them who have a vote. */
    public Map<String, String> voters(String meeting) {
        return voters(meeting, Locale.FRENCH);
    }

    public Map<String, String> voters(String meeting, Locale language) {
        return named(seated(meeting, language), sheet.of(meeting).stream().filter(Attendance::voting));
    }

    /** Who may vote for that person, as far as answers tell. */
    public Map<String, String> proxyHolders(String meeting, String person) {
        List<Attendance> convoked = facts.sheet(meeting);
        List<String> holders = convoked.stream()
                .filter(each -> each.account().equals(person))
                .flatMap(each -> proxies.holders(facts.body(meeting), each, convoked).stream())
                .toList();
        return named(seated(meeting), convoked.stream().filter(each -> holders.contains(each.account())));
    }

    private static Map<String, String> named(Map<String, String> labels, Stream<Attendance> people) {
        return people.collect(Collectors.toMap(
                Attendance::account,
                each -> labels.getOrDefault(each.account(), label(each.name(), Stream.of(each.organisation()), "")),
                (first, second) -> first,
                LinkedHashMap::new));
    }

    /** Everybody with a seat on the day of the session: they may own an action. */
    public Map<String, String> seatHolders(String meeting) {
        return seated(meeting);
    }

    /** Who may represent that person on the day of the session. */
    public Map<String, String> alternates(String meeting, String person) {
        return alternates(meeting, person, Locale.FRENCH);
    }

    public Map<String, String> alternates(String meeting, String person, Locale language) {
        return among(seated(meeting, language), memberships.alternatesOf(person, facts.seats(meeting)));
    }

    /** Who may represent somebody convoked, with the accounts of those whom each may represent. */
    public List<Map<String, Object>> alternates(String meeting) {
        Map<String, List<String>> represented = new LinkedHashMap<>();
        sheet.of(meeting)
                .forEach(each -> memberships
                        .alternatesOf(each.account(), facts.seats(meeting))
                        .forEach(alternate -> represented
                                .computeIfAbsent(alternate, none -> new ArrayList<>())
                                .add(each.account())));
        return among(seated(meeting), represented.keySet()).entrySet().stream()
                .map(each -> Map.<String, Object>of(
                        "value",
                        each.getKey(),
                        "label",
                        each.getValue(),
                        "represents",
                        Objects.requireNonNull(represented.get(each.getKey()))))
                .toList();
    }

    /** Those of the seat holders with these accounts. */
    public Map<String, String> among(String meeting, Set<String> accounts) {
        return among(seated(meeting), accounts);
    }

    private static Map<String, String> among(Map<String, String> seated, Set<String> accounts) {
        Map<String, String> chosen = new LinkedHashMap<>(seated);
        chosen.keySet().retainAll(accounts);
        return chosen;
    }

    private Map<String, String> seated(String meeting) {
        return seated(meeting, Locale.FRENCH);
    }

    private Map<String, String> seated(String meeting, Locale language) {
        return seated.get(new Asked(meeting, language), this::read);
    }

    private record Asked(String meeting, Locale language) {}

    private Map<String, String> read(Asked asked) {
        List<Membership> held = facts.seats(asked.meeting()).stream()
                .filter(each -> !each.isVacant())
                .toList();
        Map<String, String> names =
                facts.namesOf(held.stream().map(Membership::account).map(Objects::requireNonNull));
        Map<String, Organisation> institutions = organisations
                .find(held.stream()
                        .flatMap(each -> Stream.ofNullable(each.organisation()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Organisation::code, Function.identity()));
        String comma = messages.getMessage("list.comma", null, asked.language());
        Map<String, String> labels = new LinkedHashMap<>();
        for (Membership each : held) {
            String account = Objects.requireNonNull(each.account());
            Organisation institution = institutions.get(String.valueOf(each.organisation()));
            labels.putIfAbsent(
                    account,
                    label(
                            names.getOrDefault(account, account),
                            Stream.of(
                                    function(each, asked.language()),
                                    institution == null ? "" : institution.name(asked.language())),
                            comma));
        }
        return labels;
    }

    private String function(Membership seat, Locale language) {
        String function = seat.interim() ? "INTERIM" : seat.role().name();
        return messages.getMessage("participant." + function, null, language);
    }

    private static String label(String name, Stream<String> qualities, String comma) {
        String quality = qualities.filter(each -> !each.isEmpty()).collect(Collectors.joining(comma + " "));
        return quality.isEmpty() ? name : name + " — " + quality;
    }
}
