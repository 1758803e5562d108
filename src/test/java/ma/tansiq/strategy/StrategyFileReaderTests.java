package ma.tansiq.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import ma.tansiq.strategy.StrategyFileRefused.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

class StrategyFileReaderTests {

    private static final String SMALL = """
            strategy: {code: DEMO, fr: "Une stratégie", confidence: assumption}
            strategic-objectives:
              - {number: 1, fr: "Un objectif", confidence: sourced}
            regions:
              - {iso: MA-01, fr: "Une région", confidence: sourced}
            organisations:
              - {code: OLD, fr: "Ancienne", kind: government, from: 2017-04-05, to: 2019-10-08, successor: NEW, confidence: sourced}
              - {code: NEW, fr: "Nouvelle", kind: government, confidence: sourced}
            programmes:
              - {number: 1, kind: sectoral, fr: "Un programme", lead: NEW, lead-confidence: assumption, confidence: sourced}
            specific-objectives:
              - {code: OSP1, programme: 1, fr: "Un but", confidence: sourced}
              - {code: OSP2, confidence: unknown}
            levels:
              - {code: CI, process: interministerial-session, fr: "Haut"}
              - {code: CP, process: programme-committee-meeting, fr: "Bas"}
              - {code: CT, process: steering-review, rules: COPIL, fr: "Milieu"}
            bodies:
              - code: CP1
                level: CP
                fr: "Un comité"
                parent: TOP
                programme: 1
                cadence: P4M
                cadence-confidence: assumption
                confidence: sourced
                seats:
                  - {seat: chair, role: chair, organisation: NEW, category: institution, from: 2020-01-01}
                  - {seat: alt, role: alternate, alternate-of: chair, category: institution, from: 2020-01-01}
              - {code: TOP, level: CI, fr: "En haut", cadence-confidence: sourced, confidence: sourced}
            matters:
              - {code: REC-1, body: CP1, title: "Titre", text: "Texte", source: "l. 1", confidence: source-chapter}
            """;

    @Test
    void shippedFileHasWhatTheStrategyHas() {
        StrategyFile snia = StrategyFileReader.read(new ClassPathResource("strategy/snia.yaml"));

        assertThat(snia.head().adopted()).isEqualTo(LocalDate.of(2014, 12, 18));
        assertThat(snia.strategicObjectives()).hasSize(4);
        assertThat(snia.programmes()).hasSize(11);
        assertThat(snia.regions()).hasSize(12);
        assertThat(snia.specificObjectives())
                .extracting(StrategyFile.SpecificObjective::code)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 27).mapToObj(i -> "OSP" + i).toList());
        assertThat(snia.specificObjectives().subList(6, 23)).allSatisfy(unknown -> {
            assertThat(unknown.text().fr()).isNull();
            assertThat(unknown.programme()).isNull();
            assertThat(unknown.text().confidence()).isEqualTo(Confidence.UNKNOWN);
        });
        assertThat(snia.specificObjectives().subList(23, 27)).allSatisfy(chapter -> {
            assertThat(chapter.programme()).isEqualTo(11);
            assertThat(chapter.text().confidence()).isEqualTo(Confidence.SOURCE_CHAPTER);
        });
    }

    @Test
    void shippedBodiesHaveTheChaptersCadence() {
        StrategyFile snia = StrategyFileReader.read(new ClassPathResource("strategy/snia.yaml"));
        assertThat(snia.bodies()).hasSize(13);
        assertThat(body(snia, "COPIL").cadence()).isEqualTo(Period.ofMonths(3));
        assertThat(body(snia, "COPIL").cadenceConfidence()).isEqualTo(Confidence.SOURCE_CHAPTER);
        assertThat(body(snia, "CP11").cadence()).isEqualTo(Period.ofMonths(4));
        assertThat(body(snia, "CP11").cadenceConfidence()).isEqualTo(Confidence.ASSUMPTION);
        assertThat(body(snia, "CI").cadence()).isNull();
        assertThat(snia.bodies()).noneMatch(StrategyFile.Body::partnersVote);
    }

    @Test
    void everyOrganisationOfTheChapterSitsInItsCommitteeOrHasASuccessorThere() {
        StrategyFile snia = StrategyFileReader.read(new ClassPathResource("strategy/snia.yaml"));
        List<String> seated = body(snia, "CP11").seats().stream()
                .map(StrategyFile.Seat::organisation)
                .toList();
        assertThat(seated)
                .contains(
                        "HCR",
                        "OIM",
                        "GIZ",
                        "AECID",
                        "UE",
                        "PNUD",
                        "UNICEF",
                        "ONUFEMMES",
                        "CNDH",
                        "EN",
                        "HCP",
                        "CNRST",
                        "CSEFRS",
                        "ENSA",
                        "EROG",
                        "ISIC",
                        "MI",
                        "MJ",
                        "MS",
                        "MTIP",
                        "MENFPESRS",
                        "FOO",
                        "AMAPPE",
                        "AMPF",
                        "OMDH",
                        "GTP")
                .contains("MAECAMRE")
                .doesNotContain("MDCMREAM");
        assertThat(snia.organisations())
                .filteredOn(o -> o.code().equals("MDCMREAM"))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.to()).isEqualTo(LocalDate.of(2019, 10, 8));
                    assertThat(o.successor()).isEqualTo("MAECAMRE");
                });
    }

    @Test
    void chaptersRecommendationsKeepTheirWording() {
        StrategyFile snia = StrategyFileReader.read(new ClassPathResource("strategy/snia.yaml"));
        assertThat(snia.matters()).extracting(StrategyFile.Matter::code).containsExactly("REC-1", "REC-2", "REC-3");
        assertThat(snia.matters()).allSatisfy(m -> assertThat(m.body()).isEqualTo("CP11"));
        assertThat(snia.matters().get(1).text())
                .isEqualTo(
                        "Renforcer la dynamique de territorialisation de la SNIA, à travers le developpement de partenariats avec les régions dans le domaine de la migration.");
    }

    @Test
    void smallFileIsAccepted() {
        StrategyFile file = read(SMALL);
        assertThat(body(file, "CP1").seats().get(1).alternateOf()).isEqualTo("CP1.chair");
        assertThat(file.organisations().get(0).successor()).isEqualTo("NEW");
    }

    @Test
    void levelFollowsItsOwnRulesUnlessItNamesOthers() {
        assertThat(read(SMALL).levels())
                .extracting(StrategyFile.Level::code, StrategyFile.Level::rules, StrategyFile.Level::process)
                .containsExactly(
                        tuple("CI", "CI", "INTERMINISTERIAL_SESSION"),
                        tuple("CP", "CP", "PROGRAMME_COMMITTEE_MEETING"),
                        tuple("CT", "COPIL", "STEERING_REVIEW"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lead: NEW                       | leader: NEW                     | 10 | unknown key "leader"
                    fr: "Un programme",             |                                 | 10 | "fr" is missing
                    fr: "Un programme"              | fr: ""                          | 10 | "fr" has to be a text; leave it out when it is unknown
                    fr: "Un programme"              | fr: [Un]                        | 10 | "fr" has to be a text; leave it out when it is unknown
                    number: 1, fr                   | number: one, fr                 | 3  | "number" has to be a whole number above 0, not "one"
                    number: 1, fr                   | number: 0, fr                   | 3  | "number" has to be a whole number above 0, not "0"
                    kind: sectoral                  | kind: big                       | 10 | "kind" has to be one of sectoral, cross-cutting, not "big"
                    code: OSP2                      | code: OSP1                      | 13 | OSP1 stands in this list a second time
                    programme: 1, fr: "Un but"      | programme: 7, fr: "Un but"      | 12 | "programme" names the programme 7, which this file does not have
                    successor: NEW                  | successor: GONE                 | 7  | "successor" names the organisation GONE, which this file does not have
                    successor: NEW                  | successor: OLD                  | 7  | OLD cannot succeed itself
                    to: 2019-10-08                  | to: 2019-02-30                  | 7  | "to" has to be a date such as 2019-10-09, not "2019-02-30"
                    to: 2019-10-08                  | to: 2016-01-01                  | 7  | "to" (2016-01-01) is before "from" (2017-04-05)
                    cadence: P4M                    | cadence: 4 mois                 | 24 | "cadence" has to be an ISO 8601 period above zero such as P3M, not "4 mois"
                    cadence: P4M                    | cadence: P0M                    | 24 | "cadence" has to be an ISO 8601 period above zero such as P3M, not "P0M"
                    parent: TOP                     | parent: COPIL                   | 22 | "parent" names the body COPIL, which this file does not have
                    iso: MA-01                      | iso: Tanger                     | 5  | "iso" has to be an ISO 3166-2 code such as MA-02, not "Tanger"
                    organisation: NEW, category     | organisation: HCR, category     | 28 | "organisation" names the organisation HCR, which this file does not have
                    alternate-of: chair             | alternate-of: m7                | 29 | "alternate-of" names the seat m7, which this file does not have
                    role: alternate                 | role: observer                  | 29 | only an alternate has "alternate-of"
                    seat: alt                       | seat: chair                     | 29 | CP1.chair stands in this list a second time
                    body: CP1, title                | body: CP2, title                | 32 | "body" names the body CP2, which this file does not have
                    level: CP                       | level: cp                       | 20 | "level" names the level cp, which this file does not have
                    level: CI, fr                   | fr                              | 30 | "level" is missing
                    level: CI, fr                   | level: CI, cadence: P6M, fr     | 30 | TOP meets by decision only, as its level CI does: it has no "cadence"
                    level: CI, fr                   | level: CP, fr                   | 30 | TOP has bodies below it (CP1), but its level CP meets by programme-committee-meeting, which returns nothing to them
                    process: steering-review        | process: vote                   | 17 | "process" has to be one of programme-committee-meeting, steering-review, interministerial-session, not "vote"
                    code: CT                        | code: Ct                        | 17 | "code" has to be capital letters and digits, not "Ct"
                    code: CT                        | code: CP                        | 17 | CP stands in this list a second time
                    code: DEMO                      | code: DEMO, code: OTHER         | 1  | "code" stands here a second time
                    'regions:'                      | 'regionen:'                     | 4  | unknown key "regionen"
                    """)
    void refusesWithLineAndReason(String right, String wrong, int line, String reason) {
        String replacement = wrong == null ? "" : wrong;
        assertThat(SMALL).contains(right);
        assertThat(problemsOf(SMALL.replaceFirst(java.util.regex.Pattern.quote(right), replacement)))
                .containsExactly(new Problem(line, reason));
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        String wrong = SMALL.replace("cadence: P4M", "cadence: soon").replace("code: OSP2", "code: OSP1");
        assertThat(problemsOf(wrong)).extracting(Problem::line).containsExactlyInAnyOrder(13, 24);
    }

    @Test
    void refusesBodiesInACircle() {
        String wrong = SMALL.replace("{code: TOP,", "{code: TOP, parent: CP1,");
        assertThat(problemsOf(wrong))
                .contains(
                        new Problem(19, "the bodies above CP1 go round in a circle"),
                        new Problem(30, "the bodies above TOP go round in a circle"));
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThat(problemsOf("strategy: {code: [\nregions: ]")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.reason()).isNotBlank();
        });
        assertThat(problemsOf("")).extracting(Problem::reason).containsExactly("is empty");
        assertThat(problemsOf("just words")).extracting(Problem::reason).contains("expected \"key: value\" pairs here");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        StrategyFileRefused refused = catchThrowableOfType(
                StrategyFileRefused.class,
                () -> StrategyFileReader.read(new FileSystemResource("target/no-such-strategy.yaml")));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.reason()).startsWith("cannot be read"));
    }

    @Test
    void refusalNamesFileAndEveryLine() {
        StrategyFileRefused refused = catchThrowableOfType(
                StrategyFileRefused.class, () -> read(SMALL.replace("cadence: P4M", "cadence: soon")));
        var analysis = new StrategyFileFailureAnalyzer().analyze(new IllegalStateException(refused));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("small.yaml", "line 24: \"cadence\" has to be");
        assertThat(analysis.getAction()).contains("--tansiq.strategy=");
    }

    private static List<Problem> problemsOf(String text) {
        return catchThrowableOfType(StrategyFileRefused.class, () -> read(text)).problems();
    }

    private static StrategyFile read(String text) {
        return StrategyFileReader.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "small.yaml"));
    }

    private static StrategyFile.Body body(StrategyFile file, String code) {
        return file.bodies().stream()
                .filter(b -> b.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
