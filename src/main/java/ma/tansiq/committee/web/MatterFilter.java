package ma.tansiq.committee.web;

import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of matters is narrowed to; an empty text narrows nothing.
 *
 * @param body code of a body that it is, or was, before
 * @param status {@code OPEN} for all that are not closed, {@code REFERRED} for those that another body sent,
 *     {@code ASKED} for those on which the reader is asked for an opinion
 * @param text part of the title or of the reference
 * @param sort {@code waiting} (the longest first), {@code session} (the next first) or {@code reference}
 * @param page from 0
 */
record MatterFilter(String body, String status, String text, String sort, int page) {

    static final int PAGE = 50;
    static final List<String> STATES =
            List.of("OPEN", "WAITING", "ON_AGENDA", "CONSULTED", "REFERRED", "ASKED", "CLOSED");
    static final List<String> SORTS = List.of("waiting", "session", "reference");

    private static final int LONGEST = 200;

    /** What an address says; what it cannot mean counts as not said. */
    static MatterFilter of(String body, String status, String text, String sort, int page) {
        String sought = text.strip();
        return new MatterFilter(
                body,
                status.isEmpty() || STATES.contains(status) ? status : "OPEN",
                sought.length() <= LONGEST ? sought : sought.substring(0, LONGEST),
                SORTS.contains(sort) ? sort : "waiting",
                Math.max(0, Math.min(page, 10_000)));
    }

    int offset() {
        return page * PAGE;
    }

    /** The address of this list, without the page. */
    public String address() {
        return UriComponentsBuilder.fromPath("/coordination/matters")
                .queryParam("body", "{body}")
                .queryParam("status", "{status}")
                .queryParam("text", "{text}")
                .queryParam("sort", "{sort}")
                .encode()
                .buildAndExpand(body, status, text, sort)
                .toUriString();
    }
}
