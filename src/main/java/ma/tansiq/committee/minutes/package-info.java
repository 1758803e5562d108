/** Minutes: drafted, reviewed by those present, signed, sealed, distributed. */
@NullMarked
package ma.tansiq.committee.minutes;

import org.jspecify.annotations.NullMarked;
