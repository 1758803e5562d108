package ma.tansiq.engine;

import java.util.List;
import org.camunda.spin.Spin;

/** Rows and options as Camunda Forms reads them from a task's input parameters. */
public final class FormRows {

    private FormRows() {}

    /**
     * A value for an {@code inputParameter}: a list of maps from key to text, number or yes/no, one per row. The form
     * would not read a plain Java list.
     */
    public static Object of(List<?> rows) {
        return Spin.JSON(rows);
    }
}
