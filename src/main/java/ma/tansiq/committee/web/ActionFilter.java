package ma.tansiq.committee.web;

/**
 * What a list of actions is narrowed to; an empty text narrows nothing.
 *
 * @param status name of a state; {@code OPEN} for all that are not closed, {@code LATE} for those past their day
 * @param owner account
 * @param page from 0
 */
public record ActionFilter(String body, String status, String owner, int page) {

    static final int PAGE = 50;

    int offset() {
        return Math.max(0, page) * PAGE;
    }
}
