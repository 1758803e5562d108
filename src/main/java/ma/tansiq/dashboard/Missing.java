package ma.tansiq.dashboard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What an address that leads nowhere asked for, so that the page says which reference is unknown (rule H). */
@Component("missing")
public class Missing {

    private static final Pattern PAGE =
            Pattern.compile("/coordination/(meetings|matters|actions|reports)/([\\w.-]{1,40})(/(?!papers)[a-z-]+)?");

    /**
     * @param kind {@code meetings}, {@code matters}, {@code actions} or {@code reports}
     * @param list address of the page that lists what there is
     */
    public record Sought(String kind, String reference, String list) {}

    public Optional<Sought> at(String path) {
        Matcher page = PAGE.matcher(path);
        return page.matches()
                ? Optional.of(new Sought(page.group(1), page.group(2), list(page.group(1))))
                : Optional.empty();
    }

    private static String list(String kind) {
        return switch (kind) {
            case "actions" -> "/coordination/actions";
            case "reports" -> "/coordination/cadence";
            default -> "/coordination/meetings";
        };
    }
}
