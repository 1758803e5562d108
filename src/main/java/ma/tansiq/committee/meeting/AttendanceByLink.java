package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.tansiq.engine.OpenTask;
import ma.tansiq.engine.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers a convocation by the signed link of its mail (rule D1): that person, that session as it was then convened, once,
 * until the confirmations close. It completes the engine's own task as that person, and the meeting's history says how.
 */
@Component
public class AttendanceByLink {

    private static final List<String> ASKING = List.of("Task_ReconfirmAttendance", "Task_ConfirmAttendance");

    private final AttendanceLinks links;
    private final MeetingFacts facts;
    private final MeetingHistory history;
    private final Tasks tasks;
    private final Clock clock;

    AttendanceByLink(AttendanceLinks links, MeetingFacts facts, MeetingHistory history, Tasks tasks, Clock clock) {
        this.links = links;
        this.facts = facts;
        this.history = history;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Who may answer what.
     *
     * @param absent account that the answer is for, when its holder stands in
     */
    public record Question(
            Meeting meeting, String account, @Nullable String absent, String task) {}

    /** Whose link it is, whatever became of its question; empty when it is no link of ours. */
    public Optional<String> owner(String token) {
        return links.read(token).map(AttendanceLinks.Link::account);
    }

    /**
     * What the link asks.
     *
     * @param reader account that is signed in, if any
     * @throws CommitteeRefusal when it is no link of ours, not the reader's, or asks nothing any more
     */
    public Question question(String token, @Nullable String reader) {
        AttendanceLinks.Link link = links.read(token).orElseThrow(() -> CommitteeRefusal.because("link.wrong"));
        if (reader != null && !reader.equals(link.account())) {
            throw CommitteeRefusal.because("link.ofAnother", facts.nameOf(link.account()), facts.nameOf(reader));
        }
        Meeting meeting = facts.find(link.meeting()).orElseThrow(() -> CommitteeRefusal.because("link.wrong"));
        requireCurrent(link, meeting);
        OpenTask task = own(link).orElseThrow(() -> nothingAsked(link));
        return new Question(meeting, link.account(), task.absent().orElse(null), task.id());
    }

    /**
     * Answers for the link's owner.
     *
     * @param answer {@code ACCEPTED} or {@code DECLINED}; who is to be represented signs in
     */
    @Transactional
    public void answer(String token, @Nullable String reader, String answer, String remark) {
        Question question = question(token, reader);
        if (!answer.equals("ACCEPTED") && !answer.equals("DECLINED")) {
            throw CommitteeRefusal.because("link.answerMissing");
        }
        tasks.completeAs(question.account(), question.task(), Map.of("answer", answer, "remark", remark));
        history.add(question.meeting().reference(), "ANSWERED_BY_LINK", question.account(), null);
    }

    public String bodyName(String meeting, Locale locale) {
        return facts.body(meeting).name(locale);
    }

    private void requireCurrent(AttendanceLinks.Link link, Meeting meeting) {
        String reference = meeting.reference();
        if (meeting.status() == MeetingStatus.CANCELLED) {
            throw CommitteeRefusal.because("link.cancelled", reference);
        }
        if (meeting.sequence() != link.sequence()) {
            throw CommitteeRefusal.because("link.moved", reference);
        }
        if (!meeting.isPlanned() || !clock.instant().isBefore(meeting.startsAt())) {
            throw CommitteeRefusal.because("link.closed", reference);
        }
    }

    private Optional<OpenTask> own(AttendanceLinks.Link link) {
        return tasks.openFor(link.meeting()).stream()
                .filter(each -> ASKING.contains(each.kind()))
                .filter(each -> each.assignee().filter(link.account()::equals).isPresent())
                .findFirst();
    }

    private CommitteeRefusal nothingAsked(AttendanceLinks.Link link) {
        Optional<OpenTask> substituted = tasks.openFor(link.meeting()).stream()
                .filter(each -> ASKING.contains(each.kind()))
                .filter(each -> each.absent().filter(link.account()::equals).isPresent())
                .findFirst();
        if (substituted.isPresent()) {
            String holder = substituted.get().assignee().map(facts::nameOf).orElse("");
            return CommitteeRefusal.because("link.substituted", link.meeting(), holder);
        }
        boolean answered = facts.sheet(link.meeting()).stream()
                .anyMatch(each -> each.account().equals(link.account()) && each.answer() != null);
        return CommitteeRefusal.because(answered ? "link.used" : "link.closed", link.meeting());
    }
}
