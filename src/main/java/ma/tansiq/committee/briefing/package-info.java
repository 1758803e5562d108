/** What the secretariat prepares on each item of a session at the top: a briefing, which the pack contains. */
@NullMarked
package ma.tansiq.committee.briefing;

import org.jspecify.annotations.NullMarked;
