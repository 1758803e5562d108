package ma.tansiq.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Names a task's form in the language of whoever opens it: {@code ${forms.of('plan-meeting')}}. */
@Component("forms")
public class Forms {

    private static final String WORKING_LANGUAGE = "fr";

    private final Set<String> ids;

    Forms() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form");
        this.ids = Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()).replaceFirst("\\.form$", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Id of that form in the requester's language where there is one, else of the French form. */
    public String of(String name) {
        String wanted = name + "." + language();
        return ids.contains(wanted) ? wanted : name + "." + WORKING_LANGUAGE;
    }

    private static String language() {
        Locale locale =
                LocaleContextHolder.getLocaleContext() == null ? Locale.FRENCH : LocaleContextHolder.getLocale();
        return locale.getLanguage();
    }
}
