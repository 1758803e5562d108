/** What happens in the room: attendance on record, quorum, outcomes, decisions and their signature. */
@NullMarked
package ma.tansiq.committee.session;

import org.jspecify.annotations.NullMarked;
