/** Pages where administrators keep bodies, mandates, days off and the strategy; nobody imports it. */
@ApplicationModule(displayName = "Administration")
@NullMarked
package ma.tansiq.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
