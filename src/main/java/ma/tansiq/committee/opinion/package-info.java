/** Opinions that ministries and partners are asked for on a matter (rule B6). */
@NamedInterface("opinion")
@NullMarked
package ma.tansiq.committee.opinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
