package ma.tansiq.committee.web;

/**
 * What a list of meetings is narrowed to; an empty text narrows nothing.
 *
 * @param body code of a body
 * @param status name of a state; {@code OPEN} stands for every state before the seal
 * @param year number of a year as references carry it; 0 for all
 * @param page from 0
 */
public record MeetingFilter(String body, String status, int year, int page) {

    static final int PAGE = 50;

    int offset() {
        return Math.max(0, page) * PAGE;
    }
}
