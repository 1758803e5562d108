package ma.tansiq.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.AdminChanges;
import ma.tansiq.strategy.OrganisationAct.Kind;
import ma.tansiq.strategy.OrganisationAct.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations are founded, renamed, merged, split and closed by an act with its number and date (rule A1b). Changes of
 * one organisation come one after the other; each is on record. Others follow in the same transaction, or refuse: see the
 * events of {@link Organisation}.
 */
@Component
@Transactional
public class OrganisationManagement {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{1,19}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Organisations organisations;
    private final OrganisationActs acts;
    private final OrganisationRules rules;
    private final AdminChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationManagement(
            Organisations organisations,
            OrganisationActs acts,
            OrganisationRules rules,
            AdminChanges changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.acts = acts;
        this.rules = rules;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** What an organisation is called; Arabic and English may be unknown. */
    public record NamesTyped(String french, String arabic, String english) {}

    /** An act as typed: its number, and the day from which it holds. */
    public record Act(String number, LocalDate on) {}

    public void found(String typedCode, NamesTyped names, @Nullable OrganisationKind kind, Act act, String by) {
        String code = Texts.clean(typedCode);
        if (!CODE.matcher(code).matches()) {
            throw StrategyRefusal.because("organisation-code");
        }
        if (kind == null) {
            throw StrategyRefusal.because("organisation-kind");
        }
        acts.lock(List.of(code));
        organisations.find(code).ifPresent(known -> {
            throw StrategyRefusal.because("organisation-known", code, known.name(Locale.FRENCH));
        });
        String number = rules.checked(act);
        Organisation founded = new Organisation(
                code,
                OrganisationRules.name(names.french(), true),
                OrganisationRules.name(names.arabic(), false),
                OrganisationRules.name(names.english(), false),
                kind,
                act.on(),
                null,
                null,
                Confidence.CONFIRMED,
                number);
        acts.found(founded);
        acts.add(new OrganisationAct(Kind.FOUNDED, number, act.on(), List.of(), List.of(Part.of(founded))), by);
        changes.add(by, code, "ORGANISATION_FOUNDED", null, founded.nameFr(), number);
    }

    /** @param seen version of the organisation that the reader saw */
    public void rename(String code, int seen, NamesTyped names, Act act, String by) {
        Organisation before = rules.locked(code, seen);
        String number = rules.checked(act);
        OrganisationRules.refuseBefore(before, act.on());
        Organisation after = new Organisation(
                code,
                OrganisationRules.name(names.french(), true),
                OrganisationRules.name(names.arabic(), false),
                OrganisationRules.name(names.english(), false),
                before.kind(),
                before.validFrom(),
                before.validTo(),
                before.successor(),
                Confidence.CONFIRMED,
                before.provenance());
        if (Part.of(before).equals(Part.of(after))) {
            throw StrategyRefusal.because("organisation-same-name", code);
        }
        acts.rename(after);
        acts.add(
                new OrganisationAct(Kind.RENAMED, number, act.on(), List.of(Part.of(before)), List.of(Part.of(after))),
                by);
        changes.add(by, code, "ORGANISATION_RENAMED", before.nameFr(), dated(after.nameFr(), act.on()), number);
        events.publishEvent(new Organisation.Renamed(before, after, act.on()));
    }

    /** Those organisations end the day before, and that one stands in their place. */
    public void merge(Set<String> codes, String into, Act act, String by) {
        if (codes.isEmpty()) {
            throw StrategyRefusal.because("merge-nobody");
        }
        if (codes.contains(into)) {
            throw StrategyRefusal.because("merge-into-itself", into);
        }
        Set<String> all = new LinkedHashSet<>(codes);
        all.add(into);
        acts.lock(List.copyOf(all));
        String number = rules.checked(act);
        List<Organisation> ending =
                codes.stream().map(code -> rules.ending(code, act.on())).toList();
        Organisation successor = rules.standing(into, act.on());
        reorganise(Kind.MERGED, ending, List.of(successor), Map.of(), new Act(number, act.on()), by);
    }

    /**
     * That organisation ends the day before, and several stand in its place.
     *
     * @param seen version of the organisation that the reader saw
     * @param into the first takes what nobody is named for
     * @param bySeat code of the organisation that takes a seat
     */
    public void split(String code, int seen, List<String> into, Map<String, String> bySeat, Act act, String by) {
        Set<String> distinct = new LinkedHashSet<>(into);
        if (distinct.contains(code)) {
            throw StrategyRefusal.because("split-into-itself", code);
        }
        if (distinct.size() < 2) {
            throw StrategyRefusal.because("split-into-one");
        }
        Organisation before = rules.locked(code, seen);
        acts.lock(List.copyOf(distinct));
        String number = rules.checked(act);
        rules.ending(before.code(), act.on());
        Map<String, Organisation> successors = distinct.stream()
                .collect(Collectors.toMap(
                        each -> each, each -> rules.standing(each, act.on()), (one, other) -> one, LinkedHashMap::new));
        Map<String, Organisation> seats = new LinkedHashMap<>();
        bySeat.forEach((seat, taker) -> seats.put(seat, taker(taker, successors)));
        reorganise(Kind.SPLIT, List.of(before), List.copyOf(successors.values()), seats, new Act(number, act.on()), by);
    }

    /** It ends with that day, and nobody stands in its place; refused while somebody needs it. */
    public void close(String code, int seen, Act act, String by) {
        Organisation before = rules.locked(code, seen);
        String number = rules.checked(act);
        if (before.validFrom() != null && act.on().isBefore(before.validFrom())) {
            throw StrategyRefusal.because("act-before-founding", code, DAY.format(before.validFrom()));
        }
        List<Integer> led = acts.ledBy(code);
        if (!led.isEmpty()) {
            throw StrategyRefusal.because("organisation-leads", code, joined(led));
        }
        if (organisations.all().stream()
                        .filter(each -> each.isActiveOn(today()))
                        .count()
                <= 1) {
            throw StrategyRefusal.because("organisation-last", code);
        }
        acts.end(code, act.on(), null);
        acts.add(new OrganisationAct(Kind.CLOSED, number, act.on(), List.of(Part.of(before)), List.of()), by);
        changes.add(by, code, "ORGANISATION_CLOSED", before.nameFr(), DAY.format(act.on()), number);
        events.publishEvent(new Organisation.Closed(before, act.on()));
    }

    private void reorganise(
            Kind kind,
            List<Organisation> ending,
            List<Organisation> successors,
            Map<String, Organisation> bySeat,
            Act act,
            String by) {
        Organisation first = successors.get(0);
        ending.forEach(each -> {
            acts.end(each.code(), act.on().minusDays(1), first.code());
            acts.lead(each.code(), first.code());
            changes.add(
                    by,
                    each.code(),
                    "ORGANISATION_" + kind,
                    each.nameFr(),
                    dated(successors.stream().map(Organisation::code).collect(Collectors.joining(", ")), act.on()),
                    act.number());
        });
        acts.add(
                new OrganisationAct(
                        kind,
                        act.number(),
                        act.on(),
                        ending.stream().map(Part::of).toList(),
                        successors.stream().map(Part::of).toList()),
                by);
        events.publishEvent(new Organisation.Reorganised(ending, first, bySeat, act.on(), act.number(), by));
    }

    private static Organisation taker(String code, Map<String, Organisation> successors) {
        Organisation taker = successors.get(code);
        if (taker == null) {
            throw StrategyRefusal.unknownReference(code);
        }
        return taker;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String dated(@Nullable String what, LocalDate on) {
        return Objects.requireNonNullElse(what, "") + " · " + DAY.format(on);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
