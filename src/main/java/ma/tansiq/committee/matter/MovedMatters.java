package ma.tansiq.committee.matter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the matters that wait in a body when an act closes it (rule A1b); their threads show it. */
@Component
@Transactional
public class MovedMatters {

    private final Matters matters;
    private final Referrals referrals;
    private final JdbcClient database;
    private final Clock clock;

    MovedMatters(Matters matters, Referrals referrals, JdbcClient database, Clock clock) {
        this.matters = matters;
        this.referrals = referrals;
        this.database = database;
        this.clock = clock;
    }

    /** What became of them. */
    public record Settled(int moved, int closed, List<String> proposers) {}

    /** What waits in that body, without what is about the body itself. */
    @Transactional(readOnly = true)
    public List<Matter> waitingIn(String body) {
        return matters.backlogOf(body).stream()
                .filter(each -> !each.isOwnBusiness())
                .toList();
    }

    /**
     * Closes those that end with the body, and passes all others on with their text as it stands.
     *
     * @param closed references of those that end
     */
    public Settled settle(String body, String next, Set<String> closed, String act, String motive, String by) {
        List<Referral> moved = new ArrayList<>();
        List<String> proposers = new ArrayList<>();
        int ended = 0;
        List<Matter> waiting = matters.backlogOf(body);
        for (Matter each : waiting) {
            boolean ends = each.isOwnBusiness() || closed.contains(each.reference());
            if (ends) {
                each.closed();
                drop(each, act, motive, by);
            } else {
                each.goesBefore(next);
                moved.add(move(each));
            }
            if (!each.isOwnBusiness()) {
                ended += ends ? 1 : 0;
                String proposer = each.proposedBy();
                if (proposer != null) {
                    proposers.add(proposer);
                }
            }
        }
        matters.saveAll(waiting);
        if (!moved.isEmpty()) {
            referrals.add(moved);
        }
        return new Settled(moved.size(), ended, proposers);
    }

    private Referral move(Matter matter) {
        return new Referral(
                matter.reference(),
                matter.passage(),
                matter.body(),
                Referral.Way.MOVED,
                null,
                matter.textVersion(),
                clock.instant());
    }

    private void drop(Matter matter, String act, String motive, String by) {
        database.sql("""
                        insert into matter_dropped (matter, act, motive, dropped_by, dropped_at)
                        values (:matter, :act, :motive, :by, :at)""")
                .param("matter", matter.reference())
                .param("act", act)
                .param("motive", motive)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
