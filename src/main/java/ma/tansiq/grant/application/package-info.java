/** Applications of associations to calls (rules E1b, E2, E3): drafts, submission with receipt, verification, completion. */
@NamedInterface("application")
@NullMarked
package ma.tansiq.grant.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
