/** From the plan of a meeting to its approved agenda and its attendance. */
@NamedInterface("meeting")
@NullMarked
package ma.tansiq.committee.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
