package ma.tansiq.grant.publication;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was granted, for everybody: as a page, a table, and in the two standards of open data. */
@Controller
class ResultsPage {

    private final PublishedGrants grants;
    private final ThreeSixtyGiving giving;
    private final IatiActivities iati;
    private final GrantTable table;

    ResultsPage(PublishedGrants grants, ThreeSixtyGiving giving, IatiActivities iati, GrantTable table) {
        this.grants = grants;
        this.giving = giving;
        this.iati = iati;
        this.table = table;
    }

    @GetMapping("/results")
    String show(Model model) {
        model.addAttribute("grants", grants.all());
        return "grant/results";
    }

    @GetMapping("/results/360giving.json")
    ResponseEntity<Map<String, Object>> threeSixtyGiving() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file("360giving.json"))
                .body(giving.of(grants.all()));
    }

    @GetMapping("/results/iati.xml")
    ResponseEntity<byte[]> iati() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, file("iati.xml"))
                .body(iati.of(grants.all()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/results/grants.csv")
    ResponseEntity<byte[]> csv() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file("grants.csv"))
                .body(table.of(grants.all()).getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
