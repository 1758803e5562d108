package ma.tansiq.committee.session;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MeetingRules;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.Presence;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.SeveralRefused;
import org.jspecify.annotations.Nullable;

/** Attendance sheets, written down for the rules that read them. */
final class Sheets {

    private Sheets() {}

    static Attendance present(String account) {
        return member(account).tookPart(Presence.PRESENT, null);
    }

    static Attendance absent(String account) {
        return member(account).tookPart(Presence.ABSENT, null);
    }

    static Attendance represented(String account, String alternate) {
        return member(account).tookPart(Presence.REPRESENTED, alternate);
    }

    static Attendance proxy(String account, @Nullable String holder) {
        return member(account).tookPart(Presence.PROXY, holder);
    }

    static Attendance observer(String account) {
        return seat(account, MemberRole.OBSERVER, false).tookPart(Presence.PRESENT, null);
    }

    /** Of whom it is not said yet whether they came. */
    static Attendance member(String account) {
        return seat(account, MemberRole.FULL_MEMBER, true);
    }

    private static Attendance seat(String account, MemberRole role, boolean voting) {
        return new Attendance(account, account, "", "INSTITUTION", role, voting, null, null, null, null, null);
    }

    /** Half of the seats are a quorum, proxies do not count for it, and there is none at the second convocation. */
    static MeetingRules rules(int proxies, MeetingRules.Tie tie) {
        return new MeetingRules(5, 5, 3, 50, 0, false, proxies, tie, 5, 5, 5, 15, 15, 10);
    }

    /** What was refused, as name of the refusal and what it is about. */
    static List<String> refusals(Consumer<Problems> check) {
        Problems problems = new Problems();
        check.accept(problems);
        try {
            problems.refuse();
            return List.of();
        } catch (SeveralRefused several) {
            return several.each().stream().map(Sheets::text).toList();
        } catch (Refusal one) {
            return Stream.of(one).map(Sheets::text).toList();
        }
    }

    private static String text(Refusal refusal) {
        return refusal.messageKey().replace("refusal.committee.", "") + " " + Arrays.toString(refusal.arguments());
    }
}
