/** Programmes, objectives, organisations and regions of the national strategy, read from one file. */
@ApplicationModule(
        displayName = "Strategy",
        allowedDependencies = {"identity", "document", "engine"})
@NullMarked
package ma.tansiq.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
