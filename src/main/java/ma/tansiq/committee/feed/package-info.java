/** Calendars that people subscribe to: the sessions of a body, or of all bodies where a person sits. */
@NullMarked
package ma.tansiq.committee.feed;

import org.jspecify.annotations.NullMarked;
