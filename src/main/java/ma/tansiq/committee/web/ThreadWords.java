package ma.tansiq.committee.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.tansiq.LegalTime;
import ma.tansiq.committee.body.Body;
import ma.tansiq.committee.matter.Extract;
import ma.tansiq.engine.FormTexts;
import org.springframework.context.MessageSource;

/** What the picture of a thread says, in one language and in lines short enough for it. */
final class ThreadWords {

    /** As many letters as a card is wide. */
    private static final int WIDEST = 20;

    private static final int MOST_LINES = 2;

    private final MessageSource messages;
    private final Locale locale;
    private final LocalDate today;

    ThreadWords(MessageSource messages, Locale locale, Clock clock) {
        this.messages = messages;
        this.locale = locale;
        this.today = LocalDate.ofInstant(clock.instant(), LegalTime.ZONE);
    }

    /** What a passage is about, without the reference of its meeting. */
    List<String> of(MatterFile.Passage passage, MatterFile.Head head, boolean latest) {
        if (passage.meeting() == null) {
            return latest ? waiting(passage, head) : fitted(text("matter.picture.no-session"));
        }
        return fitted(
                passage.outcome() == null ? text("matter.status.ON_AGENDA") : text("outcome." + passage.outcome()));
    }

    private List<String> waiting(MatterFile.Passage passage, MatterFile.Head head) {
        if (head.isClosed() || head.isConsulted()) {
            return fitted(text("matter.status." + head.status()));
        }
        return List.of(text("matter.picture.waits"), text("matter.picture.since", day(passage.since())));
    }

    /** The day of the session and, where the text was corrected, which one it dealt with. */
    String session(MatterFile.Passage passage, boolean corrected) {
        Instant startsAt = passage.startsAt();
        String day = startsAt == null ? text("meeting.undated") : day(startsAt);
        return corrected && passage.textVersion() != null ? day + " · v" + passage.textVersion() : day;
    }

    List<String> of(Extract extract) {
        List<String> lines = new ArrayList<>(List.of(text("matter.picture.extract")));
        lines.addAll(fitted(
                extract.isOpen()
                        ? text("matter.extract.open", day(extract.dueAt()))
                        : text("matter.extract." + extract.way())));
        Instant acknowledged = extract.acknowledgedAt();
        if (acknowledged != null && lines.size() <= MOST_LINES) {
            lines.add(day(acknowledged));
        }
        return lines;
    }

    String of(MatterFile.FollowUp action) {
        return text("action.status." + (isLate(action) ? "LATE" : action.status()));
    }

    boolean isLate(MatterFile.FollowUp action) {
        return action.isOpen() && today.isAfter(action.dueOn());
    }

    String waitsFor(String body) {
        return text("matter.picture.waits-for", body);
    }

    String more(int left) {
        return text("matter.picture.more", left);
    }

    String actions() {
        return text("matter.picture.actions");
    }

    String name(Body body) {
        return body.name(locale);
    }

    String waiting(List<String> below, String above) {
        return text("matter.stands.waiting", String.join(text("list.comma") + " ", below), above);
    }

    String acknowledged(List<Extract> extracts) {
        long closed = extracts.stream().filter(each -> !each.isOpen()).count();
        return text("matter.stands.extracts", closed, extracts.size());
    }

    String carriedOut(List<MatterFile.FollowUp> actions) {
        long open = actions.stream().filter(MatterFile.FollowUp::isOpen).count();
        long late = actions.stream().filter(this::isLate).count();
        return late == 0
                ? text("matter.stands.actions", actions.size() - open, actions.size())
                : text("matter.stands.actions.late", actions.size() - open, actions.size(), late);
    }

    /** Broken between words; what does not fit is cut with an ellipsis. */
    static List<String> fitted(String sentence) {
        List<String> lines = new ArrayList<>();
        List<String> words = new ArrayList<>(Arrays.asList(sentence.strip().split("\\s+")));
        while (!words.isEmpty()) {
            int taken = lines.size() == MOST_LINES - 1 ? words.size() : fitting(words);
            lines.add(cut(words.stream().limit(taken).collect(Collectors.joining(" "))));
            words = words.subList(taken, words.size());
        }
        return lines;
    }

    private static int fitting(List<String> words) {
        int taken = 1;
        int length = words.get(0).length();
        while (taken < words.size() && length + 1 + words.get(taken).length() <= WIDEST) {
            length += 1 + words.get(taken).length();
            taken++;
        }
        return taken;
    }

    private static String cut(String line) {
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1).strip() + "…";
    }

    private static String day(Instant instant) {
        return FormTexts.date(LocalDate.ofInstant(instant, LegalTime.ZONE));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
