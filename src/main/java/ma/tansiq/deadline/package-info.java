/** Due dates in working days, reminders before them, escalations after them, and the ledger of both. */
@ApplicationModule(
        displayName = "Deadline",
        allowedDependencies = {"calendar", "identity", "engine"})
@NullMarked
package ma.tansiq.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
