package ma.tansiq.committee.opinion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.body.Groups;
import ma.tansiq.committee.body.Membership;
import ma.tansiq.committee.body.Memberships;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.strategy.Organisation;
import ma.tansiq.strategy.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Who can be asked for an opinion: the secretariat of a body, and whoever holds a seat, as the ministry or partner that
 * the seat stands for (rule B6).
 */
@Component
public class Advisers {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    Advisers(
            Bodies bodies,
            Memberships memberships,
            Organisations organisations,
            Accounts accounts,
            MessageSource messages,
            Clock clock) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** Each with its name in that language: secretariats by body, then people by name. */
    public Map<String, String> choices(Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Body each : bodies.all()) {
            choices.put(Groups.secretaryGroup(each.code()), name(Groups.secretaryGroup(each.code()), locale));
        }
        people(locale).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> choices.put(each.getKey(), each.getValue()));
        return choices;
    }

    /** The name of an office, {@code CP2-secretary}. */
    public String name(String office, Locale locale) {
        return messages.getMessage("office.secretary", new Object[] {Groups.bodyOf(office)}, locale);
    }

    boolean isOffice(String adviser) {
        return bodies.all().stream()
                .anyMatch(each -> Groups.secretaryGroup(each.code()).equals(adviser));
    }

    boolean isPerson(String adviser) {
        return memberships.activeOn(LocalDate.now(clock)).stream().anyMatch(each -> adviser.equals(each.account()));
    }

    /** Accounts of those asked. */
    List<String> accountsOf(OpinionRequest request) {
        return request.person()
                .map(List::of)
                .orElseGet(() -> accounts.membersOf(request.office().orElseThrow()).stream()
                        .map(Account::id)
                        .toList());
    }

    /** Whoever holds a seat, by account, with name and organisation. */
    public Map<String, String> people(Locale locale) {
        List<Membership> held = memberships.activeOn(LocalDate.now(clock)).stream()
                .filter(each -> !each.isVacant())
                .toList();
        Map<String, String> names = accounts.namesOf(held.stream()
                .map(each -> Objects.requireNonNull(each.account()))
                .collect(Collectors.toSet()));
        Map<String, Organisation> institutions =
                organisations.all().stream().collect(Collectors.toMap(Organisation::code, Function.identity()));
        Map<String, String> labels = new LinkedHashMap<>();
        for (Membership each : held) {
            String account = Objects.requireNonNull(each.account());
            Organisation institution = institutions.get(String.valueOf(each.organisation()));
            String label = Stream.of(
                            names.getOrDefault(account, account), institution == null ? "" : institution.name(locale))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" — "));
            labels.putIfAbsent(account, label);
        }
        return labels;
    }
}
