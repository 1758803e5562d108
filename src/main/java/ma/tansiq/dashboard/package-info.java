/** Pages that look across modules. */
@ApplicationModule(displayName = "Dashboard")
@NullMarked
package ma.tansiq.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
