package ma.tansiq.grant.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Texts;
import ma.tansiq.grant.call.CallTerms;
import ma.tansiq.grant.envelope.Dirhams;
import org.jspecify.annotations.Nullable;

/**
 * What an association answers (rule E1b). A draft may lack anything; texts are empty then, and dates absent. What cannot be
 * seen is taken out of every text.
 *
 * @param places where it happens
 * @param startsOn first day of the project
 * @param endsOn last day of the project
 */
public record ApplicationContent(
        String title,
        String objectives,
        String beneficiaries,
        List<String> places,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<Activity> activities,
        List<CostLine> costs,
        List<Indicator> indicators,
        List<Member> team,
        List<PastGrant> pastGrants) {

    static final int LONGEST_LINE = 300;
    static final int LONGEST_TEXT = 10_000;
    static final int MOST_ROWS = 100;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Of a draft that was just begun. */
    public static final ApplicationContent EMPTY = new ApplicationContent(
            "", "", "", List.of(), null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    public ApplicationContent {
        title = Texts.clean(title);
        objectives = Texts.clean(objectives);
        beneficiaries = Texts.clean(beneficiaries);
        places = places.stream().map(Texts::clean).toList();
        activities = List.copyOf(activities);
        costs = List.copyOf(costs);
        indicators = List.copyOf(indicators);
        team = List.copyOf(team);
        pastGrants = List.copyOf(pastGrants);
    }

    /** A step of the project and its calendar. */
    public record Activity(
            String title,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        public Activity {
            title = Texts.clean(title);
        }
    }

    /**
     * A line of the budget.
     *
     * @param amount what it costs in all
     * @param cofinanced what the association or others bear of it
     */
    public record CostLine(String label, Dirhams amount, Dirhams cofinanced) {

        public CostLine {
            label = Texts.clean(label);
        }
    }

    /** How success is measured. */
    public record Indicator(String label, String target) {

        public Indicator {
            label = Texts.clean(label);
            target = Texts.clean(target);
        }
    }

    public record Member(String name, String role) {

        public Member {
            name = Texts.clean(name);
            role = Texts.clean(role);
        }
    }

    /**
     * A public grant that was received before.
     *
     * @param accounted whether the association has accounted for it
     */
    public record PastGrant(int year, String funder, Dirhams amount, boolean accounted) {

        public PastGrant {
            funder = Texts.clean(funder);
        }
    }

    /** What the project costs in all. */
    public Dirhams cost() {
        return costs.stream().map(CostLine::amount).reduce(Dirhams.ZERO, Dirhams::plus);
    }

    /** What is asked for: the cost without what others bear. */
    public Dirhams requested() {
        return cost().minus(costs.stream().map(CostLine::cofinanced).reduce(Dirhams.ZERO, Dirhams::plus));
    }

    /** All that even a draft must not be: too long, too many, or of amounts that cannot be. */
    void check() {
        Problems problems = new Problems();
        atMost(problems, "title", LONGEST_LINE, Stream.of(title));
        atMost(problems, "objectives", LONGEST_TEXT, Stream.of(objectives));
        atMost(problems, "beneficiaries", LONGEST_TEXT, Stream.of(beneficiaries));
        atMost(problems, "places", LONGEST_LINE, places.stream());
        atMost(problems, "activities", LONGEST_LINE, activities.stream().map(Activity::title));
        atMost(problems, "costs", LONGEST_LINE, costs.stream().map(CostLine::label));
        atMost(
                problems,
                "indicators",
                LONGEST_LINE,
                indicators.stream().flatMap(each -> Stream.of(each.label(), each.target())));
        atMost(problems, "team", LONGEST_LINE, team.stream().flatMap(each -> Stream.of(each.name(), each.role())));
        atMost(problems, "pastGrants", LONGEST_LINE, pastGrants.stream().map(PastGrant::funder));
        if (Stream.of(places, activities, costs, indicators, team, pastGrants)
                .anyMatch(each -> each.size() > MOST_ROWS)) {
            problems.add(ApplicationRefusal.because("tooMany", MOST_ROWS));
        }
        costs.stream()
                .filter(each -> each.cofinanced().isMoreThan(each.amount()))
                .findFirst()
                .ifPresent(each -> problems.add(ApplicationRefusal.because("cofinancing", each.label())));
        problems.check(this::cost);
        problems.refuse();
    }

    private static void atMost(Problems problems, String field, int most, Stream<String> texts) {
        if (texts.anyMatch(each -> each.length() > most)) {
            problems.add(ApplicationRefusal.because("tooLong." + field, most));
        }
    }

    /** Adds all that it lacks to be submitted under those terms. */
    void complain(Problems problems, CallTerms terms) {
        require(problems, !title.isEmpty(), "title");
        require(problems, !objectives.isEmpty(), "objectives");
        require(problems, !beneficiaries.isEmpty(), "beneficiaries");
        require(problems, places.stream().anyMatch(each -> !each.isEmpty()), "places");
        require(problems, startsOn != null && endsOn != null && startsOn.isBefore(endsOn), "period");
        require(problems, activities.stream().anyMatch(each -> !each.title().isEmpty()), "activities");
        require(problems, indicators.stream().anyMatch(each -> !each.label().isEmpty()), "indicators");
        require(problems, team.stream().anyMatch(each -> !each.name().isEmpty()), "team");
        Dirhams requested = requested();
        require(problems, !requested.isZero(), "costs");
        if (requested.isMoreThan(terms.ceiling())) {
            problems.add(ApplicationRefusal.because("ceiling", requested, terms.ceiling()));
        } else if (requested.isMoreThan(terms.cap())) {
            problems.add(ApplicationRefusal.because("cap", requested, terms.cap()));
        }
        pastGrants.stream()
                .filter(each -> !each.accounted())
                .findFirst()
                .ifPresent(each -> problems.add(
                        ApplicationRefusal.because("unaccounted", String.valueOf(each.year()), each.funder())));
    }

    private static void require(Problems problems, boolean there, String otherwise) {
        if (!there) {
            problems.add(ApplicationRefusal.because("missing." + otherwise));
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ApplicationContent read(String json) {
        try {
            return JSON.readValue(json, ApplicationContent.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
