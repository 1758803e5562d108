package ma.tansiq.grant.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Grants as a table of comma-separated values, RFC 4180. What a spreadsheet would take for a formula is written as a text. */
@Component
class GrantTable {

    private static final List<String> COLUMNS = List.of(
            "reference",
            "call",
            "title",
            "association",
            "amount_mad",
            "paid_mad",
            "signed_on",
            "starts_on",
            "ends_on",
            "status");

    private final CsvMapper csv = new CsvMapper();

    String of(List<PublishedGrant> grants) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        COLUMNS.forEach(schema::addColumn);
        try {
            return csv.writer(schema.build())
                    .writeValueAsString(grants.stream().map(GrantTable::row).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> row(PublishedGrant each) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("reference", each.reference());
        row.put("call", each.call());
        row.put("title", harmless(each.title()));
        row.put("association", harmless(each.nameFr()));
        row.put("amount_mad", each.amount().amount().toPlainString());
        row.put("paid_mad", each.paid().amount().toPlainString());
        row.put("signed_on", each.signedOn().toString());
        row.put("starts_on", each.startsOn().toString());
        row.put("ends_on", each.endsOn().toString());
        row.put("status", each.status());
        return row;
    }

    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
