/** Bodies, meetings, agendas, minutes, decisions and the actions that follow. */
@ApplicationModule(
        displayName = "Committee",
        allowedDependencies = {"strategy", "deadline", "document", "identity", "calendar", "engine"})
@NullMarked
package ma.tansiq.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
