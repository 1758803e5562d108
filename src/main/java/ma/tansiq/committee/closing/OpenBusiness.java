package ma.tansiq.committee.closing;

import java.util.List;
import ma.tansiq.committee.action.Action;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Meeting;

/**
 * What is open in the committees of a programme.
 *
 * @param meetings that are still to be held
 * @param matters that wait for an agenda
 * @param actions that are being followed up
 */
public record OpenBusiness(List<Meeting> meetings, List<Matter> matters, List<Action> actions) {}
