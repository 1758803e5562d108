/** Working days of Morocco's public sector: weekends, fixed, religious and exceptional days. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"engine"})
@NullMarked
package ma.tansiq.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
