package ma.tansiq.demonstration;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says in one language who holds a task: a person by name, offices by what they are called instead of their codes. */
record HolderNames(MessageSource messages, Locale locale) {

    private static final Pattern OFFICE = Pattern.compile("\\b(\\w+)-(chair|secretary|member|observer)\\b");

    public String of(@Nullable String holder) {
        return OFFICE.matcher(Objects.requireNonNullElse(holder, ""))
                .replaceAll(office -> Matcher.quoteReplacement(name(office)));
    }

    private String name(MatchResult office) {
        return messages.getMessage("office." + office.group(2), new Object[] {office.group(1)}, locale);
    }
}
