package ma.tansiq.committee.matter;

import ma.tansiq.committee.meeting.CommitteeRefusal;

/**
 * Names one extract, also in diagrams and addresses: {@code COPIL-2026-02/SNIA-2026-0042/CP4}.
 *
 * @param meeting reference of the meeting that dealt with the matter
 * @param body code of the body that it goes back to
 */
public record ExtractKey(String meeting, String matter, String body) {

    static ExtractKey of(Extract extract) {
        return new ExtractKey(extract.meeting(), extract.matter(), extract.body());
    }

    /** @throws CommitteeRefusal when that names no extract */
    public static ExtractKey parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw CommitteeRefusal.because("unknownExtract", text);
        }
        return new ExtractKey(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return meeting + "/" + matter + "/" + body;
    }
}
