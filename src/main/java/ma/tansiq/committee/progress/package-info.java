/** Programmes report to the steering review: what they did in a quarter, what it cost, what they ask for (rule C7). */
@NamedInterface("progress")
@NullMarked
package ma.tansiq.committee.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
