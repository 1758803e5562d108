package ma.tansiq.committee.paper;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.tansiq.committee.body.MemberRole;
import ma.tansiq.committee.meeting.PresidingOffice;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a session (rule C5).
 *
 * @param version 1, 2, …
 * @param earlier the version that this one replaces; null for the first
 * @param sittings of a session that was suspended; empty when it had one
 * @param attendance of the last sitting
 * @param presidedAs office in which that person presided
 * @param introduction what the secretary put before the items
 * @param approvals of those present who made no reservation; empty while they are reading
 * @param approvedIn reference of the session that approved them before the silence period ended, if one did
 * @param closing what the secretary put after them
 * @param ratified what was adopted in writing and came before the session (rule B7)
 * @param signature null for the draft that is read
 */
public record MinutesDocument(
        MeetingHeading meeting,
        int version,
        @Nullable Earlier earlier,
        List<SittingLine> sittings,
        List<Attendee> attendance,
        QuorumLine quorum,
        String presidedBy,
        PresidingOffice presidedAs,
        @Nullable String introduction,
        List<Item> items,
        List<Approval> approvals,
        @Nullable String approvedIn,
        List<Reservation> reservations,
        List<ActionLine> actions,
        @Nullable String closing,
        @Nullable SignatureLine signature,
        List<ConsultedLine> ratified) {

    /** The attendance by quality, chair first; qualities that nobody was convoked in are left out. */
    public Map<MemberRole, List<Attendee>> attendanceByRole() {
        Map<MemberRole, List<Attendee>> byRole = new LinkedHashMap<>();
        Arrays.stream(MemberRole.values()).forEach(role -> {
            List<Attendee> those =
                    attendance.stream().filter(one -> one.role() == role).toList();
            if (!those.isEmpty()) {
                byRole.put(role, those);
            }
        });
        return byRole;
    }

    /**
     * @param sha256 of the sealed file, 64 hexadecimal digits
     * @param motive why it is corrected
     */
    public record Earlier(int version, String sha256, String motive) {}

    /**
     * @param presence {@code PRESENT}, {@code REPRESENTED}, {@code PROXY}, {@code EXCUSED} or {@code ABSENT}
     * @param representedBy name of the alternate who sat in that seat, or of the member who held its proxy
     */
    public record Attendee(
            String name,
            MemberRole role,
            @Nullable String organisation,
            String presence,
            @Nullable String representedBy) {}

    /**
     * @param outcome {@code NOTED}, {@code RECOMMENDED}, {@code DECIDED}, … (rule B1)
     * @param conduct null when it was dealt with in the usual way
     */
    public record Item(
            int position,
            String matter,
            String title,
            @Nullable String discussion,
            String outcome,
            @Nullable ConductLine conduct,
            List<DecisionLine> decisions,
            List<OpinionLine> opinions) {}

    /** The names of those who approved by word. */
    public List<String> approvedByWord() {
        return names(approvals.stream().filter(each -> !each.bySilence()));
    }

    /** The names of those who let the review end without a word, and so approved (rule C5). */
    public List<String> approvedBySilence() {
        return names(approvals.stream().filter(Approval::bySilence));
    }

    /** When silence turned into approval; null when nobody was silent. */
    public @Nullable Instant silenceEnded() {
        return approvals.stream()
                .filter(Approval::bySilence)
                .map(Approval::at)
                .findFirst()
                .orElse(null);
    }

    /** Whether nobody has said anything yet, as in the draft that is put up for review. */
    public boolean unanswered() {
        return approvals.isEmpty() && reservations.isEmpty();
    }

    private static List<String> names(Stream<Approval> those) {
        return those.map(Approval::name).toList();
    }

    /** @param at when somebody approved; for silence, the end of the review */
    public record Approval(String name, Instant at, boolean bySilence) {}

    /**
     * @param position the agenda item that it concerns; null for the minutes as a whole
     * @param accepted whether the text was changed accordingly; null while unanswered
     */
    public record Reservation(
            String author,
            @Nullable Integer position,
            String text,
            @Nullable Boolean accepted,
            @Nullable String reply) {}
}
