package ma.tansiq.committee.meeting;

import ma.tansiq.engine.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What a convoked person answers.
 *
 * @param alternate who stands in, for {@code DELEGATED}
 * @param proxyHolder who votes for the seat, for {@code PROXY}
 */
public record AttendanceReply(
        AttendanceAnswer answer,
        @Nullable String alternate,
        @Nullable String proxyHolder,
        @Nullable String remark) {

    /** Whoever is to be in the room for that seat. */
    @Nullable
    String standIn() {
        return switch (answer) {
            case DELEGATED -> alternate;
            case PROXY -> proxyHolder;
            default -> null;
        };
    }

    static AttendanceReply read(Fields fields) {
        return new AttendanceReply(
                fields.choice("answer", AttendanceAnswer.class),
                fields.text("alternate", 64).orElse(null),
                fields.text("proxyHolder", 64).orElse(null),
                fields.text("remark", 1_000).orElse(null));
    }
}
