package ma.tansiq;

import java.util.List;

/** Production cannot start as it is set up. */
final class ProductionSettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ProductionSettingsRefused(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
