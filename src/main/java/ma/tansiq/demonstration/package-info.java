/** What only the default start has: embedded PostgreSQL, in-process mail server, accounts, the clock that can be advanced. */
@ApplicationModule(displayName = "Demonstration")
@NullMarked
package ma.tansiq.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
