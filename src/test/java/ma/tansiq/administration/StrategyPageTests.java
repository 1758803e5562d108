package ma.tansiq.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;

/** What administrators do with the strategy as its file brought it. */
class StrategyPageTests extends Administrators {

    private static final String OBJECTIVES = "/admin/strategy/objectives/";
    private static final String ORGANISATIONS = "/admin/strategy/organisations/";

    @Autowired
    List<SmartLifecycle> lifecycles;

    /** Other tests count what the file leaves unknown. */
    @AfterEach
    void forget() {
        database.sql(
                        "update specific_objective set text_fr = null, programme = null, confidence = 'UNKNOWN', version = 0"
                                + " where position between 18 and 23")
                .update();
    }

    @Test
    void showsWhatIsUnknownAndWhatIsAssumed() {
        assertThat(rows(administrator.get("/admin/strategy").body()))
                .as("17 of 27 specific objectives have no text; every programme's lead is an assumption")
                .contains("Programmes 11 0 11");
        assertThat(administrator.get(OBJECTIVES + "OSP19").body()).contains("inconnu");
        assertThat(administrator.get("/admin/strategy/programmes/4").body())
                .contains("Logement", "de mémoire, à confirmer", "pilote à confirmer");
        assertThat(administrator.get("/admin/strategy/objectives?open=true").body())
                .contains("OSP23")
                .doesNotContain("OSP1<");
    }

    @Test
    void unknownObjectiveIsFilledInAndStaysAnAssumptionUntilItIsConfirmed() {
        String page = OBJECTIVES + "OSP20";
        var filled = submit(page, typed(page, Map.of("text_fr", "Texte trouvé", "reason", "Note du 3 mars")));
        assertThat(filled.statusCode()).as(filled.body()).isEqualTo(302);
        assertThat(confidence("OSP20")).isEqualTo("ASSUMPTION");

        var confirmed = submit(page, typed(page, Map.of("sure", "true", "reason", "Lettre n° 12/2027")));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(302);
        assertThat(confidence("OSP20")).isEqualTo("CONFIRMED");
        assertThat(administrator.get(page).body())
                .as("both are on record, with who made them and why")
                .contains("Texte trouvé", "Note du 3 mars", "Lettre n° 12/2027", "hypothèse", "confirmé");
        assertThat(database.sql("select account || ' ' || what || ' ' || coalesce(before, '-') || ' ' || after"
                                + " from admin_change where subject = 'OSP20' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "admin text_fr - Texte trouvé",
                        "admin confidence UNKNOWN ASSUMPTION",
                        "admin confidence ASSUMPTION CONFIRMED");
    }

    @Test
    void nextLoadingOfTheFileKeepsWhatPeopleEdited() {
        String page = OBJECTIVES + "OSP21";
        submit(page, typed(page, Map.of("text_fr", "Texte des gens", "programme", "7", "reason", "Note")));
        String organisation = ORGANISATIONS + "HCR";
        submit(organisation, typed(organisation, Map.of("contact_email", "hcr@example.org", "reason", "Courriel")));
        Map<String, String> edited = contents();

        lifecycles.stream()
                .filter(each -> each.getClass().getSimpleName().equals("StrategyLoading"))
                .forEach(SmartLifecycle::start);

        assertThat(contents()).isEqualTo(edited);
        assertThat(edited.get("specific_objective")).contains("Texte des gens");
        assertThat(edited.get("organisation")).contains("hcr@example.org");
    }

    @Test
    void secondOfTwoWhoEditOneEntryIsToldAndKeepsWhatWasTyped() {
        String page = OBJECTIVES + "OSP22";
        Map<String, String> first = typed(page, Map.of("text_fr", "Du premier", "reason", "Note 1"));
        Map<String, String> second = typed(page, Map.of("text_fr", "Du second", "reason", "Note 2"));
        assertThat(submit(page, first).statusCode()).isEqualTo(302);

        HttpResponse<String> told = submit(page, second);

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("vient de modifier", "Du second", "Note 2", "Valeur actuelle", "Du premier");
        assertThat(text("OSP22")).isEqualTo("Du premier");

        Map<String, String> again = new HashMap<>(second);
        again.put("seen", seen(told.body()));
        assertThat(submit(page, again).statusCode())
                .as("knowing what the first saved")
                .isEqualTo(302);
        assertThat(text("OSP22")).isEqualTo("Du second");
    }

    @Test
    void refusalForAnotherReasonDoesNotHideThatSomebodyWasFaster() {
        String page = OBJECTIVES + "OSP23";
        Map<String, String> late = typed(page, Map.of("text_fr", "En retard", "reason", ""));
        HttpResponse<String> refused = submit(page, late);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(submit(page, typed(page, Map.of("text_fr", "Plus rapide", "reason", "Note")))
                        .statusCode())
                .isEqualTo(302);

        Map<String, String> again = new HashMap<>(late);
        again.put("reason", "Note 3");
        again.put("seen", seen(refused.body()));

        assertThat(submit(page, again).statusCode()).isEqualTo(409);
        assertThat(text("OSP23")).isEqualTo("Plus rapide");
    }

    @Test
    void whatCannotStandIsRefusedInASentenceAndWhatWasTypedIsKept() {
        assertRefused(OBJECTIVES + "OSP18", Map.of("text_fr", "Nouveau", "reason", " "), "la source ou le motif");
        assertRefused(OBJECTIVES + "OSP18", Map.of("sure", "true", "reason", "x"), "rien à confirmer");
        assertRefused(OBJECTIVES + "OSP18", Map.of("reason", "x"), "Rien n’a changé");
        assertRefused(OBJECTIVES + "OSP18", Map.of("programme", "99", "reason", "x"), "n’est pas dans la liste");
        assertRefused(
                OBJECTIVES + "OSP18",
                Map.of("text_fr", "é".repeat(1001), "reason", "x"),
                "« " + "é".repeat(20) + "… » est trop long");
        assertRefused(
                OBJECTIVES + "OSP18",
                Map.of("programme", "99", "text_fr", "é".repeat(1001), "reason", " "),
                "n’est pas dans la liste",
                "trop long",
                "Indiquez la source ou le motif");
        assertRefused("/admin/strategy/programmes/3", Map.of("name_fr", "", "reason", "x"), "obligatoires");
        assertRefused(ORGANISATIONS + "EROG", Map.of("contact_email", "a b@c", "reason", "x"), "adresse électronique");
        assertRefused(ORGANISATIONS + "EROG", Map.of("valid_to", "hier", "reason", "x"), "n’est pas un jour");
        assertRefused(
                ORGANISATIONS + "EROG",
                Map.of("valid_from", "2020-02-01", "valid_to", "2020-01-31", "reason", "x"),
                "précède");
        assertRefused(ORGANISATIONS + "EROG", Map.of("successor", "MI", "reason", "x"), "dernier jour");
        assertRefused(
                ORGANISATIONS + "MAECAMRE",
                Map.of("valid_to", "2027-01-01", "successor", "MDCMREAM", "reason", "x"),
                "tournent en rond");
        assertThat(administrator.get(OBJECTIVES + "OSP99").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/admin/strategy/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeSeenIsNotKept() {
        String page = ORGANISATIONS + "GTP";
        var saved = submit(
                page,
                typed(page, Map.of("contact_name", "A\u0000l\u202Ei <script>alert(1)</script>", "reason", "x\u0000y")));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(database.sql("select contact_name from organisation where code = 'GTP'")
                        .query(String.class)
                        .single())
                .isEqualTo("Ali <script>alert(1)</script>");
        assertThat(administrator.get(page).body()).doesNotContain("<script>alert(1)");
    }

    @Test
    void recordIsReadByAuditorsAndChangedByNobody() {
        String page = ORGANISATIONS + "OMDH";
        submit(page, typed(page, Map.of("contact_phone", "+212 5 00 00 00 00", "reason", "Annuaire 2027")));

        assertThat(signedIn("audit").get("/admin/audit").body()).contains("Annuaire 2027", "+212 5 00 00 00 00");
        assertThat(signedIn("audit")
                        .submit("/admin/audit", page, Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> database.sql("delete from admin_change").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(
                        () -> database.sql("update admin_change set act = 'x'").update())
                .hasMessageContaining("append-only");
    }

    private void assertRefused(String page, Map<String, String> change, String... sentences) {
        HttpResponse<String> refused = submit(page, typed(page, change));
        assertThat(refused.statusCode()).as(change.toString()).isEqualTo(422);
        assertThat(refused.body()).contains(sentences);
        change.values().forEach(typed -> assertThat(refused.body()).contains(typed.isBlank() ? "" : typed));
    }

    /** The form as it stands on the page, with some fields typed over. */
    private Map<String, String> typed(String page, Map<String, String> change) {
        String body = administrator.get(page).body();
        Map<String, String> fields = new HashMap<>();
        Matcher inputs = Pattern.compile(
                        "<input(?![^>]*type=\"checkbox\")[^>]* name=\"([a-z_-]+)\"[^>]*?(?: value=\"([^\"]*)\")?>")
                .matcher(body);
        while (inputs.find()) {
            fields.put(inputs.group(1), text(inputs));
        }
        Matcher areas = Pattern.compile("<textarea[^>]* name=\"([a-z_]+)\"[^>]*>([^<]*)</textarea>")
                .matcher(body);
        while (areas.find()) {
            fields.put(areas.group(1), text(areas));
        }
        Matcher lists = Pattern.compile("<select[^>]* name=\"([a-z_]+)\".*?</select>", Pattern.DOTALL)
                .matcher(body);
        while (lists.find()) {
            Matcher chosen =
                    Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(lists.group());
            fields.put(lists.group(1), chosen.find() ? chosen.group(1) : "");
        }
        Matcher ticked =
                Pattern.compile("<input[^>]* name=\"([a-z-]+)\"[^>]* checked").matcher(body);
        while (ticked.find()) {
            fields.put(ticked.group(1), "true");
        }
        fields.remove("_csrf");
        fields.putAll(change);
        return fields;
    }

    private static String text(Matcher hit) {
        return hit.group(2) == null ? "" : org.springframework.web.util.HtmlUtils.htmlUnescape(hit.group(2));
    }

    private static String seen(String body) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(-?\\d+)\"").matcher(body);
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private static String rows(String body) {
        return body.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private String confidence(String code) {
        return objective("confidence", code);
    }

    private String text(String code) {
        return objective("text_fr", code);
    }

    private String objective(String column, String code) {
        return database.sql("select " + column + " from specific_objective where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private Map<String, String> contents() {
        Map<String, String> contents = new HashMap<>();
        List.of("strategy", "strategic_objective", "region", "organisation", "programme", "specific_objective")
                .forEach(table -> contents.put(
                        table,
                        database.sql("select string_agg(t::text, '\n' order by t::text) from " + table + " t")
                                .query(String.class)
                                .single()));
        return contents;
    }
}
