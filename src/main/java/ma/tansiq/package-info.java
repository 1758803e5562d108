/** Tansiq (تنسيق): the governance of a national strategy, executed. */
@NullMarked
package ma.tansiq;

import org.jspecify.annotations.NullMarked;
