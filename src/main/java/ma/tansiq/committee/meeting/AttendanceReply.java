package ma.tansiq.committee.meeting;

import ma.tansiq.engine.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What a convoked person answers.
 *
 * @param alternate who stands in, for {@code DELEGATED}
 */
public record AttendanceReply(
        AttendanceAnswer answer,
        @Nullable String alternate,
        @Nullable String remark) {

    static AttendanceReply read(Fields fields) {
        return new AttendanceReply(
                fields.choice("answer", AttendanceAnswer.class),
                fields.text("alternate", 64).orElse(null),
                fields.text("remark", 1_000).orElse(null));
    }
}
