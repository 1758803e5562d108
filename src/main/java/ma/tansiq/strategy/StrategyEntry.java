package ma.tansiq.strategy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the strategy as its form shows and takes it: texts by field, empty when nothing is known.
 *
 * @param key number of a programme or aim, code of an objective or organisation, ISO code of a region
 * @param version raised by every change; a form sends back the one that it was opened with
 * @param confidence how sure the entry is
 * @param leadConfidence of a programme, how sure the organisation is that leads it
 * @param values by {@link Field#column()}
 */
public record StrategyEntry(
        Kind kind,
        String key,
        int version,
        Confidence confidence,
        @Nullable Confidence leadConfidence,
        Map<String, String> values) {

    /** The text of that field, {@code ""} when there is none. */
    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** What it is called in the record of changes. */
    public String subject() {
        return kind == Kind.PROGRAMME || kind == Kind.AIM ? kind + "-" + key : key;
    }

    /** Whether a part of it is assumed or unknown. */
    public boolean isOpen() {
        return confidence.isOpen() || (leadConfidence != null && leadConfidence.isOpen());
    }

    /** How a field is filled in. */
    public enum Input {
        LINE,
        TEXT,
        DATE,
        MAIL,
        ORGANISATION_KIND,
        PROGRAMME,
        ORGANISATION
    }

    /**
     * A field of an entry.
     *
     * @param column of its table; its label has the key {@code admin.change.<column>}
     * @param required whether it may not be emptied
     * @param longest number of characters at most
     */
    public record Field(String column, Input input, boolean required, int longest) {

        /** Language that the field is written in, if it is written in one: {@code fr}, {@code ar} or {@code en}. */
        public @Nullable String language() {
            return Stream.of("fr", "ar", "en")
                    .filter(each -> column.endsWith("_" + each))
                    .findFirst()
                    .orElse(null);
        }

        private static Field line(String column) {
            return new Field(column, Input.LINE, false, 500);
        }

        private static Field name(String column, boolean required) {
            return new Field(column, Input.LINE, required, 500);
        }
    }

    /** The kinds of entries and what may be changed of each. */
    public enum Kind {
        STRATEGY(
                "strategy",
                "code",
                Field.name("name_fr", true),
                Field.line("name_ar"),
                Field.line("name_en"),
                new Field("adopted_on", Input.DATE, false, 10),
                Field.line("adopted_by")),
        AIM("strategic_objective", "number", Field.name("name_fr", true), Field.line("name_ar"), Field.line("name_en")),
        PROGRAMME(
                "programme",
                "number",
                Field.name("name_fr", true),
                Field.line("name_ar"),
                Field.line("name_en"),
                new Field("description_fr", Input.TEXT, false, 5000),
                new Field("lead", Input.ORGANISATION, false, 20)),
        OBJECTIVE(
                "specific_objective",
                "code",
                new Field("text_fr", Input.TEXT, false, 1000),
                new Field("text_ar", Input.TEXT, false, 1000),
                new Field("text_en", Input.TEXT, false, 1000),
                new Field("programme", Input.PROGRAMME, false, 4)),
        ORGANISATION(
                "organisation",
                "code",
                Field.name("name_fr", false),
                Field.line("name_ar"),
                Field.line("name_en"),
                new Field("kind", Input.ORGANISATION_KIND, true, 20),
                new Field("valid_from", Input.DATE, false, 10),
                new Field("valid_to", Input.DATE, false, 10),
                new Field("successor", Input.ORGANISATION, false, 20),
                Field.line("contact_name"),
                new Field("contact_email", Input.MAIL, false, 200),
                new Field("contact_phone", Input.LINE, false, 50)),
        REGION("region", "iso", Field.name("name_fr", true), Field.line("name_ar"), Field.line("name_en"));

        private final String table;
        private final String keyColumn;
        private final List<Field> fields;

        Kind(String table, String keyColumn, Field... fields) {
            this.table = table;
            this.keyColumn = keyColumn;
            this.fields = Stream.concat(Stream.of(fields), Stream.of(Field.line("provenance")))
                    .toList();
        }

        /** In the order of the form; the last one says where the entry comes from. */
        public List<Field> fields() {
            return fields;
        }

        /** The field without which the entry is unknown. */
        public String title() {
            return this == OBJECTIVE ? "text_fr" : "name_fr";
        }

        String table() {
            return table;
        }

        String keyColumn() {
            return keyColumn;
        }
    }
}
