/** Calls for projects (rule E1): drafted, approved by the authorising officer, published, closed at the instant. */
@NamedInterface("call")
@NullMarked
package ma.tansiq.grant.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
