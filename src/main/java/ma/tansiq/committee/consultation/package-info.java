/** Matters put to a body's members in writing instead of in a session (rule B7). */
@NamedInterface("consultation")
@NullMarked
package ma.tansiq.committee.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
