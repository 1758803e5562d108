package ma.tansiq.committee.meeting;

import java.time.Instant;
import java.util.Optional;
import ma.tansiq.committee.body.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * One convoked person: in which quality, what was answered, and how the person took part. Name and organisation are
 * those of the day of the convocation and never follow later changes.
 *
 * @param alternate account of whoever stands in or holds the proxy, when {@code answer} or {@code presence} says so
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

    public boolean countsForQuorum(boolean proxiesCount) {
        return presence != null && presence.countsForQuorum(proxiesCount);
    }

    /** The account that votes for this seat: its holder, an alternate or a proxy holder; empty when nobody can. */
    public Optional<String> voter() {
        return !voting || presence == null || !presence.hasVoice()
                ? Optional.empty()
                : Optional.ofNullable(presence == Presence.PRESENT ? account : alternate);
    }

    /** The account that was in the room for this seat, if anybody was; who holds its proxy was there for another one. */
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

    /** The same person, who has a vote on that day or has none. */
    public Attendance voting(boolean votes) {
        return new Attendance(
                account, name, organisation, category, role, votes, answer, answeredAt, alternate, remark, presence);
    }

    /** @param how null while nobody has said it */
    public Attendance tookPart(@Nullable Presence how, @Nullable String standIn) {
        return new Attendance(
                account, name, organisation, category, role, voting, answer, answeredAt, standIn, remark, how);
    }
}
