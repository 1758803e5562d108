package ma.tansiq.strategy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.strategy.StrategyFileRefused.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a strategy's file strictly: an unknown key, a missing name, a code used twice, a reference that leads nowhere
 * or a wrong date or period refuses the whole file, with the line of each.
 */
final class StrategyFileReader {

    private static final List<String> PROCESSES =
            List.of(BodyTree.WITHOUT_EXTRACTS, "STEERING_REVIEW", BodyTree.BY_DECISION);
    private static final List<String> ROLES =
            List.of("CHAIR", "VICE_CHAIR", "SECRETARY", "FULL_MEMBER", "ALTERNATE", "OBSERVER", "GUEST");
    private static final List<String> CATEGORIES =
            List.of("INSTITUTION", "INTERNATIONAL_PARTNER", "CIVIL_SOCIETY", "ACADEMIA", "PRIVATE_SECTOR");

    private final List<Problem> problems = new ArrayList<>();

    private Set<String> organisations = Set.of();
    private Set<String> programmes = Set.of();
    private Set<String> levels = Set.of();
    private Set<String> bodies = Set.of();

    private StrategyFileReader() {}

    static StrategyFile read(Resource resource) {
        StrategyFileReader reader = new StrategyFileReader();
        StrategyFile file = reader.read(reader.root(resource));
        reader.refuseProblems(resource);
        return file;
    }

    private Entry root(Resource resource) {
        Node node = null;
        try (Reader text = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            node = new Yaml(new LoaderOptions()).compose(text);
        } catch (MarkedYAMLException e) {
            problems.add(new Problem(lineOf(e), String.valueOf(e.getProblem())));
        } catch (IOException | YAMLException e) {
            problems.add(new Problem(0, "cannot be read: " + e.getMessage()));
        }
        if (node == null && problems.isEmpty()) {
            problems.add(new Problem(0, "is empty"));
        }
        refuseProblems(resource);
        return new Entry(Objects.requireNonNull(node), problems);
    }

    private void refuseProblems(Resource resource) {
        if (!problems.isEmpty()) {
            throw new StrategyFileRefused(resource.getDescription(), problems);
        }
    }

    private StrategyFile read(Entry root) {
        Entry head = root.entry("strategy");
        List<Entry> organisationEntries = root.entries("organisations");
        List<Entry> programmeEntries = root.entries("programmes");
        List<Entry> levelEntries = root.entries("levels");
        List<Entry> bodyEntries = root.entries("bodies");
        organisations = codes(organisationEntries, "code");
        programmes = codes(programmeEntries, "number");
        levels = codes(levelEntries, "code");
        bodies = codes(bodyEntries, "code");
        StrategyFile file = new StrategyFile(
                head(head),
                each(root.entries("strategic-objectives"), this::objective, o -> String.valueOf(o.number())),
                each(root.entries("regions"), this::region, StrategyFile.Region::iso),
                each(organisationEntries, this::organisation, StrategyFile.Organisation::code),
                each(programmeEntries, this::programme, p -> String.valueOf(p.number())),
                numbered(
                        root.entries("specific-objectives"),
                        this::specificObjective,
                        StrategyFile.SpecificObjective::code),
                numbered(levelEntries, this::level, StrategyFile.Level::code),
                numbered(bodyEntries, this::body, StrategyFile.Body::code),
                each(root.entries("matters"), this::matter, StrategyFile.Matter::code));
        root.refuseUnknownKeys();
        new BodyTree(file, bodyEntries).refuse();
        return file;
    }

    private StrategyFile.Head head(Entry entry) {
        StrategyFile.Head head = new StrategyFile.Head(
                entry.requiredText("code"), named(entry), entry.date("adopted"), entry.text("adopted-by"));
        entry.refuseUnknownKeys();
        return head;
    }

    private StrategyFile.Objective objective(Entry entry) {
        return new StrategyFile.Objective(entry.requiredNumber("number"), named(entry));
    }

    private StrategyFile.Region region(Entry entry) {
        String iso = entry.requiredText("iso");
        if (!iso.matches("[A-Z]{2}-[A-Z0-9]{1,3}")) {
            entry.problem("\"iso\" has to be an ISO 3166-2 code such as MA-02, not \"" + iso + "\"");
        }
        return new StrategyFile.Region(iso, named(entry));
    }

    private StrategyFile.Organisation organisation(Entry entry) {
        StrategyFile.Organisation organisation = new StrategyFile.Organisation(
                entry.requiredText("code"),
                named(entry),
                entry.word("kind", OrganisationKind.class),
                entry.date("from"),
                entry.date("to"),
                entry.reference("successor", organisations, "organisation"));
        refuseWrongLife(entry, organisation);
        return organisation;
    }

    private static void refuseWrongLife(Entry entry, StrategyFile.Organisation organisation) {
        if (organisation.from() != null
                && organisation.to() != null
                && organisation.to().isBefore(organisation.from())) {
            entry.problem("\"to\" (" + organisation.to() + ") is before \"from\" (" + organisation.from() + ")");
        }
        if (organisation.code().equals(organisation.successor())) {
            entry.problem(organisation.code() + " cannot succeed itself");
        }
    }

    private StrategyFile.Programme programme(Entry entry) {
        return new StrategyFile.Programme(
                entry.requiredNumber("number"),
                entry.word("kind", ProgrammeKind.class),
                named(entry),
                entry.text("description"),
                entry.reference("lead", organisations, "organisation"),
                entry.word("lead-confidence", Confidence.class));
    }

    private StrategyFile.SpecificObjective specificObjective(Entry entry, int position) {
        return new StrategyFile.SpecificObjective(
                entry.requiredText("code"), position, programmeOf(entry), named(entry));
    }

    private StrategyFile.Level level(Entry entry, int position) {
        String code = capitals(entry);
        String rules = entry.text("rules");
        return new StrategyFile.Level(
                code,
                position,
                entry.requiredText("fr"),
                entry.text("ar"),
                entry.text("en"),
                entry.word("process", PROCESSES),
                rules == null ? code : rules,
                entry.line());
    }

    private static String capitals(Entry entry) {
        String code = entry.requiredText("code");
        if (!code.matches("[A-Z][A-Z0-9]*")) {
            entry.problem("\"code\" has to be capital letters and digits, not \"" + code + "\"");
        }
        return code;
    }

    private StrategyFile.Body body(Entry entry, int position) {
        String code = capitals(entry);
        StrategyFile.Body body = new StrategyFile.Body(
                code,
                position,
                entry.requiredReference("level", levels, "level"),
                named(entry),
                entry.reference("parent", bodies, "body"),
                programmeOf(entry),
                entry.period("cadence"),
                entry.word("cadence-confidence", Confidence.class),
                entry.flag("partners-vote"),
                seats(entry, code));
        return body;
    }

    private List<StrategyFile.Seat> seats(Entry body, String code) {
        List<Entry> entries = body.entries("seats");
        Set<String> names = codes(entries, "seat");
        return each(entries, entry -> seat(entry, code, names), StrategyFile.Seat::seat);
    }

    private StrategyFile.Seat seat(Entry entry, String body, Set<String> names) {
        String role = entry.word("role", ROLES);
        String replaced = entry.reference("alternate-of", names, "seat");
        if (replaced != null && !role.equals("ALTERNATE")) {
            entry.problem("only an alternate has \"alternate-of\"");
        }
        return new StrategyFile.Seat(
                body + "." + entry.requiredText("seat"),
                role,
                entry.reference("organisation", organisations, "organisation"),
                entry.word("category", CATEGORIES),
                entry.requiredDate("from"),
                replaced == null ? null : body + "." + replaced,
                entry.flag("assumption"));
    }

    private StrategyFile.Matter matter(Entry entry) {
        String body = entry.requiredText("body");
        if (!bodies.contains(body)) {
            entry.problem("\"body\" names the body " + body + ", which this file does not have");
        }
        return new StrategyFile.Matter(
                entry.requiredText("code"),
                body,
                entry.requiredText("title"),
                entry.requiredText("text"),
                entry.text("period"),
                entry.requiredText("source"),
                entry.word("confidence", Confidence.class));
    }

    private @Nullable Integer programmeOf(Entry entry) {
        Integer number = entry.number("programme");
        if (number != null && !programmes.contains(number.toString())) {
            entry.problem("\"programme\" names the programme " + number + ", which this file does not have");
        }
        return number;
    }

    /** Names may be missing only where the entry says that they are unknown. */
    private StrategyFile.Text named(Entry entry) {
        Confidence confidence = entry.word("confidence", Confidence.class);
        String french = confidence == Confidence.UNKNOWN ? entry.text("fr") : entry.requiredText("fr");
        return new StrategyFile.Text(french, entry.text("ar"), entry.text("en"), confidence, entry.text("provenance"));
    }

    private static Set<String> codes(List<Entry> entries, String key) {
        return entries.stream().map(e -> e.glance(key)).collect(Collectors.toSet());
    }

    private <T> List<T> each(List<Entry> entries, Function<Entry, T> reading, Function<T, String> code) {
        return numbered(entries, (entry, position) -> reading.apply(entry), code);
    }

    private <T> List<T> numbered(List<Entry> entries, Reading<T> reading, Function<T, String> code) {
        Set<String> seen = new HashSet<>();
        List<T> read = new ArrayList<>();
        for (Entry entry : entries) {
            T value = reading.read(entry, read.size() + 1);
            entry.refuseUnknownKeys();
            if (!seen.add(code.apply(value))) {
                entry.problem(code.apply(value) + " stands in this list a second time");
            }
            read.add(value);
        }
        return List.copyOf(read);
    }

    private static int lineOf(MarkedYAMLException e) {
        return Stream.of(e.getProblemMark(), e.getContextMark())
                .filter(mark -> mark != null)
                .mapToInt(mark -> mark.getLine() + 1)
                .findFirst()
                .orElse(0);
    }

    private interface Reading<T> {
        T read(Entry entry, int position);
    }
}
