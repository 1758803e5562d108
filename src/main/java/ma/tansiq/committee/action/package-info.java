/** Actions that decisions start, until they are done, cancelled or replaced. */
@NullMarked
package ma.tansiq.committee.action;

import org.jspecify.annotations.NullMarked;
