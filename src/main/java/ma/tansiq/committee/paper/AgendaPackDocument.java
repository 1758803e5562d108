package ma.tansiq.committee.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.tansiq.committee.paper.PaperName.Language;
import org.jspecify.annotations.Nullable;

/**
 * What people receive before a meeting (rule C2): the agenda, each item's text and papers, the minutes of the previous
 * session and how far its actions are.
 *
 * @param previous null when the body has not met before
 * @param actions of the previous session
 * @param frontPages how many pages come before the bound ones; 0 until that is known
 * @param toRatify what was adopted in writing since the previous session (rule B7)
 * @param late whether the hour of the session had passed when the pack was made
 * @param supplement what only packs of bodies above others have
 */
public record AgendaPackDocument(
        MeetingHeading meeting,
        List<Item> items,
        @Nullable PreviousMinutes previous,
        List<ActionLine> actions,
        int frontPages,
        boolean late,
        List<ConsultedLine> toRatify,
        Supplement supplement) {

    AgendaPackDocument behind(int pages) {
        return new AgendaPackDocument(meeting, items, previous, actions, pages, late, toRatify, supplement);
    }

    /** The same for those who read that language: what was made in it takes the place of the French paper. */
    AgendaPackDocument in(Language language) {
        return new AgendaPackDocument(
                meeting,
                items,
                previous == null ? null : previous.in(language),
                actions,
                frontPages,
                late,
                toRatify,
                supplement.in(language));
    }

    /** The files whose pages the pack contains, in their order. */
    List<Enclosed> bound() {
        Stream<Enclosed> minutes = Stream.ofNullable(previous).flatMap(each -> Stream.ofNullable(each.minutes()));
        Stream<Enclosed> papers = items.stream().flatMap(each -> each.papers().stream());
        Stream<Enclosed> summary = Stream.ofNullable(supplement.summary());
        return Stream.of(summary, minutes, papers)
                .flatMap(each -> each)
                .filter(Enclosed::isBound)
                .toList();
    }

    /**
     * What only packs of bodies above others have.
     *
     * @param decision the head of government's decision that the session rests on; null where none is needed
     * @param briefings what the secretariat prepared on the items, by matter
     * @param summary of what the programmes reported of the quarter; null where there is none, or none yet
     * @param translated the summary in other languages
     */
    public record Supplement(
            @Nullable String decision,
            Map<String, String> briefings,
            @Nullable Enclosed summary,
            Map<Language, Enclosed> translated) {

        static final Supplement NONE = new Supplement(null, Map.of(), null, Map.of());

        private Supplement in(Language language) {
            Enclosed own = translated.get(language);
            return own == null ? this : new Supplement(decision, briefings, own, translated);
        }
    }

    /** Number of the page where that file begins. */
    public int firstPage(Enclosed file) {
        int before = bound().stream()
                .takeWhile(each -> !each.equals(file))
                .mapToInt(Enclosed::boundPages)
                .sum();
        return frontPages + before + 1;
    }

    /** Number of the page where that file ends. */
    public int lastPage(Enclosed file) {
        return firstPage(file) + file.boundPages() - 1;
    }

    /** How many pages the pack has with the bound ones. */
    public int allPages() {
        return frontPages + bound().stream().mapToInt(Enclosed::boundPages).sum();
    }

    /**
     * @param position 1, 2, … in the order of the agenda
     * @param matter reference of the matter
     */
    public record Item(
            int position,
            String matter,
            String title,
            String text,
            @Nullable String proposedBy,
            @Nullable String organisation,
            List<Enclosed> papers,
            List<OpinionLine> opinions) {}

    /**
     * A file that goes with the agenda.
     *
     * @param number by which the pack names it: {@code 2.1} is the first paper of the second item
     * @param size in bytes
     * @param pages of a PDF
     * @param isBound whether the pack contains it; else it only lists it
     */
    public record Enclosed(
            String number,
            UUID document,
            String name,
            long size,
            String sha256,
            @Nullable Integer pages,
            boolean isBound) {

        private int boundPages() {
            return pages == null ? 1 : pages;
        }
    }

    /**
     * @param sha256 of the sealed minutes; null while they are not signed, which puts them first on the agenda (rule C5)
     * @param minutes the sealed minutes, else their draft; null when there is none yet
     * @param translated the same in other languages
     */
    public record PreviousMinutes(
            String meeting,
            LocalDate heldOn,
            @Nullable String sha256,
            @Nullable Enclosed minutes,
            Map<Language, Enclosed> translated) {

        private PreviousMinutes in(Language language) {
            Enclosed own = translated.get(language);
            return own == null ? this : new PreviousMinutes(meeting, heldOn, sha256, own, translated);
        }

        /** Whether these are a rendering of the French minutes, which alone are authentic. */
        public boolean isRendering() {
            return minutes != null && translated.containsValue(minutes);
        }
    }
}
