/** The process engine: configuration, hardening, Tasklist, and small types free of Camunda for the other modules. */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {})
@NullMarked
package ma.tansiq.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
