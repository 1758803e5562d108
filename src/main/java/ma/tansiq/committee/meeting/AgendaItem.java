package ma.tansiq.committee.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One passage of a matter before a body.
 *
 * @param position 1, 2, … in the order of the agenda
 * @param matter reference of the matter
 * @param passage which time that is for the matter, 1 for the first
 * @param title as it stood when the agenda was composed
 * @param textVersion version of the matter's text that this is
 * @param confidentiality who may know the matter, as it is classified now (rule B8)
 * @param outcome null until the session is recorded
 * @param touches codes of the bodies that its decision touches, with spaces between
 */
public record AgendaItem(
        int position,
        String matter,
        int passage,
        String title,
        String text,
        int textVersion,
        @Nullable String proposedBy,
        Matter.Confidentiality confidentiality,
        @Nullable ItemOutcome outcome,
        @Nullable String discussion,
        String touches) {

    /** Codes of other committees whose programmes the decision touches (rule B4b). */
    public List<String> touchedBodies() {
        return touches.isEmpty() ? List.of() : List.of(touches.split(" "));
    }

    /** Whether its title is told to those it concerns alone, and never in a mail (rule B8). */
    public boolean isConfidential() {
        return isSecret() || confidentiality == Matter.Confidentiality.RESTRICTED;
    }

    /** Position and title, as forms and refusals name it; a secret matter by its reference. */
    public String label() {
        return position + ". " + (isSecret() ? matter : title);
    }

    /** Whether only named people may know what it is about. */
    public boolean isSecret() {
        return confidentiality == Matter.Confidentiality.SECRET;
    }

    /** What a mail calls it: the reference of a matter that is restricted or secret (rule B8). */
    String mailedTitle() {
        return isConfidential() ? matter : title;
    }

    /** An item that is dealt with before its matter is opened. */
    public static AgendaItem toBeAdded(int position, String title) {
        return new AgendaItem(position, "", 1, title, "", 1, null, Matter.Confidentiality.INTERNAL, null, null, "");
    }

    /** The same, not yet dealt with, at another place of the agenda. */
    public AgendaItem at(int place) {
        return new AgendaItem(
                place, matter, passage, title, text, textVersion, proposedBy, confidentiality, null, null, "");
    }
}
