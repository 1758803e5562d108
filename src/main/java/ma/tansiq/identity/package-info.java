/** People, sign-in, preferences and who the current user is. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"calendar", "engine"})
@NullMarked
package ma.tansiq.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
