package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.Optional;
import ma.tansiq.committee.body.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * One convoked person: in which quality, what was answered, and how the person took part. Name and organisation are
 * those of the day of the convocation and never follow later changes.
 *
 * @param alternate account of whoever stands in, when {@code answer} or {@code presence} says so
 */
public record Attendance(
        String account,
        String name,
        String organisation,
        String category,
        MemberRole role,
        boolean voting,
        @Nullable AttendanceAnswer answer,
        @Nullable Instant answeredAt,
        @Nullable String alternate,
        @Nullable String remark,
        @Nullable Presence presence) {

    boolean countsForQuorum() {
        return presence != null && presence.countsForQuorum();
    }

    /** The account that was in the room for this seat, if anybody was. */
    public Optional<String> inTheRoom() {
        return switch (presence == null ? Presence.ABSENT : presence) {
            case PRESENT -> Optional.of(account);
            case REPRESENTED -> Optional.ofNullable(alternate);
            default -> Optional.empty();
        };
    }

    Attendance answered(AttendanceAnswer given, @Nullable String standIn, @Nullable String why, Instant at) {
        return new Attendance(account, name, organisation, category, role, voting, given, at, standIn, why, presence);
    }

    public Attendance tookPart(Presence how, @Nullable String standIn) {
        return new Attendance(
                account, name, organisation, category, role, voting, answer, answeredAt, standIn, remark, how);
    }
}
