package ma.tansiq.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an administrator changed.
 *
 * @param account who did it
 * @param subject reference of what was changed: {@code CP11.sec}, {@code OSP7}
 * @param what name of the change or of the field; its label has the key {@code admin.change.<what>}
 * @param before the value until then; null when there was none
 * @param after the value since; null when there is none any more
 * @param act act, source or reason that was given
 */
public record AdminChange(
        long id,
        Instant at,
        String account,
        String subject,
        String what,
        @Nullable String before,
        @Nullable String after,
        @Nullable String act) {}
