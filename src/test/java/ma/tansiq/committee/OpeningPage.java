package ma.tansiq.committee;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.Browser;

/** The page on which a secretary opens a meeting, filled in whatever else the body has to hold. */
public final class OpeningPage {

    public static final String ADDRESS = "/coordination/meetings/new";

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    private OpeningPage() {}

    /** What the page of that body sends, with a motive where it asks for one. */
    public static Map<String, String> filled(Browser secretary, String body) {
        Matcher seen = SEEN.matcher(secretary.get(ADDRESS + "?body=" + body).body());
        return seen.find() ? Map.of("body", body, "seen", seen.group(1), "motive", "Essai") : Map.of("body", body);
    }

    public static HttpResponse<String> open(Browser secretary, String body) {
        return secretary.submit(ADDRESS, ADDRESS, filled(secretary, body));
    }
}
