package ma.tansiq.committee.progress;

import java.util.List;
import ma.tansiq.committee.paper.PaperEditions;

/**
 * The quarter is summed up: the members of the body that reviews it are told, inside the transaction that makes it true.
 *
 * @param review reference of the meeting
 * @param body code of the body
 * @param text what its secretariat says of the quarter
 * @param fed how many programmes fed the review, of so many
 * @param document the summary as it is filed
 * @param recipients accounts of the body's members
 */
public record SummaryFiled(
        String review,
        String body,
        Quarter quarter,
        String text,
        long fed,
        int programmes,
        PaperEditions document,
        List<String> recipients) {}
