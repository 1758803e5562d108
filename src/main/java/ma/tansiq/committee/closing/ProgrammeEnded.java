package ma.tansiq.committee.closing;

import java.util.List;
import ma.tansiq.committee.body.Body;
import ma.tansiq.strategy.ProgrammeAct;

/**
 * An act ended a programme: the people concerned are told, inside the transaction that makes it true.
 *
 * @param body committee that closes
 * @param into body that takes over
 * @param recipients accounts of those who sat there, who take over, who proposed what was waiting or carry out an action
 */
public record ProgrammeEnded(Body body, Body into, ProgrammeAct act, Counted counted, List<String> recipients) {

    /** How much of what was open goes on elsewhere, and how much ends. */
    public record Counted(int mattersMoved, int mattersClosed, int actionsMoved, int actionsClosed) {}
}
