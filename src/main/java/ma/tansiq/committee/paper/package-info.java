/** The papers that a body keeps: what they contain, how they are signed and who may read them. */
@NullMarked
package ma.tansiq.committee.paper;

import org.jspecify.annotations.NullMarked;
