/** The tree of bodies: who sits where, from when to when, who stands in, and what rules a level follows. */
@NamedInterface("body")
@NullMarked
package ma.tansiq.committee.body;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
