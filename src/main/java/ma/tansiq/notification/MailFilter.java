package ma.tansiq.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of mails shows, as the address of the page says it. Empty values do not narrow it. */
record MailFilter(String state, String template, String recipient, String reference, int page) {

    private static final int LAST_PAGE = 1_000_000;

    static MailFilter of(
            @Nullable String state,
            @Nullable String template,
            @Nullable String recipient,
            @Nullable String reference,
            @Nullable Integer page) {
        int shown = page == null ? 1 : Math.min(Math.max(page, 1), LAST_PAGE);
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

    boolean narrows() {
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

    private static String clean(@Nullable String value) {
        return Wording.oneLine(Objects.requireNonNullElse(value, ""));
    }
}
