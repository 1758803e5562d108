package ma.tansiq.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of mails shows, as the address of the page says it. Empty values do not narrow it. */
record MailFilter(String state, String template, String recipient, String reference, int page) {

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");

    /** Reads the address; a page that is no page is the first. */
    static MailFilter of(String state, String template, String recipient, String reference, String page) {
        int shown = PAGE.matcher(page).matches() ? Integer.parseInt(page) : 1;
        return new MailFilter(clean(state), clean(template), clean(recipient), clean(reference), shown);
    }

    /** The condition on the table {@code mail}, with the named parameters of {@link #parameters()}. */
    String condition() {
        List<String> parts = new ArrayList<>(List.of("true"));
        parameters()
                .keySet()
                .forEach(name -> parts.add(
                        name.equals("recipient")
                                ? "(recipient = :recipient or lower(address) = lower(:recipient))"
                                : name + " = :" + name));
        return String.join(" and ", parts);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "state", state);
        put(parameters, "template", template);
        put(parameters, "recipient", recipient);
        put(parameters, "reference", reference);
        return parameters;
    }

    public boolean narrows() {
        return !parameters().isEmpty();
    }

    /** The address of another page of the same list. */
    public String address(int other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/coordination/mail");
        parameters().forEach((name, value) -> address.queryParam(name, value));
        return address.queryParam("page", other).build().encode().toUriString();
    }

    private static void put(Map<String, Object> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private static String clean(String value) {
        return Wording.oneLine(value);
    }
}
