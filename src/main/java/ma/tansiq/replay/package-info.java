/**
 * A year of governance, played through the real engine by simulated people on a simulated clock (rule G1). Uses the
 * public face of the other modules, as people use their pages and tasks; only {@link ma.tansiq.replay.ReplayFigures}
 * reads tables, to count what came out.
 */
@ApplicationModule(displayName = "Replay")
@NullMarked
package ma.tansiq.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
