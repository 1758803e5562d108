package ma.tansiq.engine;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.camunda.spin.Spin;

/** Values for a task's {@code inputParameter}s, as Camunda Forms reads them. */
public final class FormValues {

    private FormValues() {}

    /**
     * Rows and options: a list of maps from key to text, number or yes/no, one per row. The form would not read a plain
     * Java list.
     */
    public static Object rows(List<?> rows) {
        return Spin.JSON(rows);
    }

    /** A text of any length: one that the engine keeps as such ends at 4000 characters. */
    public static Object text(String text) {
        return Spin.JSON('"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"');
    }
}
