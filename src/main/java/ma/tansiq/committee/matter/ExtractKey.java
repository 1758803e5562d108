package ma.tansiq.committee.matter;

import ma.tansiq.committee.meeting.CommitteeRefusal;

/**
 * Names one extract, also in diagrams and addresses: {@code COPIL-2026-02/SNIA-2026-0042/CP4}; one that was returned again
 * has the number of its round behind that.
 *
 * @param meeting reference of the meeting that dealt with the matter
 * @param body code of the body that it goes back to
 * @param round 1 for the first return
 */
public record ExtractKey(String meeting, String matter, String body, int round) {

    static ExtractKey of(Extract extract) {
        return new ExtractKey(extract.meeting(), extract.matter(), extract.body(), extract.round());
    }

    /** @throws CommitteeRefusal when that names no extract */
    public static ExtractKey parse(String text) {
        String[] parts = text.split("/", -1);
        boolean again = parts.length == 4 && parts[3].matches("[1-9]\\d{0,5}");
        if (parts.length != 3 && !again) {
            throw CommitteeRefusal.because("unknownExtract", text);
        }
        return new ExtractKey(parts[0], parts[1], parts[2], again ? Integer.parseInt(parts[3]) : 1);
    }

    @Override
    public String toString() {
        return meeting + "/" + matter + "/" + body + (round == 1 ? "" : "/" + round);
    }
}
