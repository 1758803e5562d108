/** What every diagram, decision table and form has to keep, and the catalogue made from them. */
@NullMarked
package ma.tansiq.processes;

import org.jspecify.annotations.NullMarked;
