package ma.tansiq.committee.session;

import java.util.List;

/**
 * The count of a secret ballot, and for which seats it was held.
 *
 * @param voices who could vote and whether they did; never how
 */
record CountedBallot(Vote vote, List<Ballot.Voice> voices) {}
