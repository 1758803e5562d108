/** Grants to associations: calls, applications, agreements, the envelope that pays them, and what is published of them. */
@ApplicationModule(
        displayName = "Grants",
        allowedDependencies = {"strategy", "deadline", "document", "calendar", "engine"})
@NullMarked
package ma.tansiq.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
