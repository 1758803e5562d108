package ma.tansiq.committee.meeting;

import org.jspecify.annotations.Nullable;

/** What somebody has to write, of a certain length at most. */
public final class RequiredText {

    private RequiredText() {}

    /**
     * What was typed, without blanks around it.
     *
     * @param what ends the keys of its two refusals, {@code missing.motive} and {@code tooLong.motive}
     * @param longest number of characters
     * @throws CommitteeRefusal when nothing was typed, or too much
     */
    public static String of(@Nullable String typed, String what, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw CommitteeRefusal.because("missing." + what);
        }
        if (text.length() > longest) {
            throw CommitteeRefusal.because("tooLong." + what, longest);
        }
        return text;
    }
}
