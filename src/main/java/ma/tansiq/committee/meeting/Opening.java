package ma.tansiq.committee.meeting;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who opens a meeting while another of the same body is to be held.
 *
 * @param motive why another one is needed; null for none
 * @param seen references of the open meetings that its author was shown: a form that is sent twice does not open two
 */
public record Opening(@Nullable String motive, Set<String> seen) {

    /** The only one that is open. */
    public static final Opening FIRST = new Opening(null, Set.of());

    /** @param seen references with commas between them, as a page sends them back */
    public static Opening of(String motive, String seen) {
        return new Opening(
                motive.isBlank() ? null : motive.strip(),
                Stream.of(seen.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet()));
    }
}
