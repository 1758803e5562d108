/** The thread of a matter through all bodies: its texts, its passages, and what comes back of what was decided above. */
@NamedInterface("matter")
@NullMarked
package ma.tansiq.committee.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
