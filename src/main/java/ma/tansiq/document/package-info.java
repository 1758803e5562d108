/** Stored files and the rendering of PDF documents. */
@ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"identity", "engine"})
@NullMarked
package ma.tansiq.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
