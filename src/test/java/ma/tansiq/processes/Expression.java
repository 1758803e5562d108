package ma.tansiq.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression of a diagram, without its braces. */
record Expression(String text) {

    private static final Pattern IN_BRACES = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(");
    private static final Pattern FREE_NAME = Pattern.compile("(?<![\\w.'])([a-zA-Z]\\w*)(?![\\w('])");

    /** A call {@code bean.method(…)} and the number of its arguments. */
    record Call(String bean, String method, int arguments) {}

    static List<Expression> allOf(Diagram diagram) {
        return in(content(diagram));
    }

    static List<Expression> in(String text) {
        return IN_BRACES
                .matcher(text)
                .results()
                .map(hit -> new Expression(hit.group(1)))
                .toList();
    }

    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Matcher matcher = CALL.matcher(text);
        while (matcher.find()) {
            calls.add(new Call(matcher.group(1), matcher.group(2), argumentsFrom(matcher.end())));
        }
        return calls;
    }

    /** The names that it reads besides beans: {@code execution}, {@code task}, variables. */
    List<String> names() {
        String withoutLiterals = text.replaceAll("'[^']*'", "''");
        List<String> beans = calls().stream().map(Call::bean).toList();
        return FREE_NAME
                .matcher(withoutLiterals)
                .results()
                .map(hit -> hit.group(1))
                .filter(name -> !beans.contains(name))
                .distinct()
                .toList();
    }

    private int argumentsFrom(int start) {
        int depth = 1;
        int commas = 0;
        boolean quoted = false;
        int position = start;
        for (; depth > 0; position++) {
            char character = text.charAt(position);
            quoted = quoted ^ character == '\'';
            depth += quoted ? 0 : character == '(' ? 1 : character == ')' ? -1 : 0;
            commas += !quoted && depth == 1 && character == ',' ? 1 : 0;
        }
        return text.substring(start, position - 1).isBlank() ? 0 : commas + 1;
    }

    private static String content(Diagram diagram) {
        try {
            return Files.readString(diagram.file()).replace("&#39;", "'").replace("&#34;", "\"");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
