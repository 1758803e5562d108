/** Programmes that end by an act, and what becomes of everything that is open in their committees. */
@NamedInterface("closing")
@NullMarked
package ma.tansiq.committee.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
