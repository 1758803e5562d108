/** Cadence as an obligation (rules A2, A2b): what a body owes, what is opened for it, and what was missed and why. */
@NamedInterface("cadence")
@NullMarked
package ma.tansiq.committee.cadence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
