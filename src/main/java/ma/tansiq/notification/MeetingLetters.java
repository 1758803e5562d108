package ma.tansiq.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ma.tansiq.committee.meeting.AttendanceLinks;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.engine.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letters about a meeting, with the invitation that belongs to them. */
@Component
class MeetingLetters {

    /** The kinds of tasks that ask whether somebody comes. */
    static final List<String> ANSWERING = List.of("Task_ReconfirmAttendance", "Task_ConfirmAttendance");

    private static final List<String> ANSWERS = List.of("ACCEPTED", "DECLINED");

    private final Recipients recipients;
    private final Stationery stationery;
    private final Clock clock;

    MeetingLetters(Recipients recipients, Stationery stationery, Clock clock) {
        this.recipients = recipients;
        this.stationery = stationery;
        this.clock = clock;
    }

    /** What a letter does to the recipient's calendar. */
    enum Calendar {
        REQUEST,
        CANCEL,
        NONE
    }

    /** Those accounts and whoever convenes. */
    Map<String, Recipient> people(MeetingNotice notice, Collection<String> accounts) {
        Set<String> all = new LinkedHashSet<>(accounts);
        all.add(notice.organiser());
        return recipients.of(all);
    }

    /** What the letter to one account has beside what all about the same thing have. */
    @FunctionalInterface
    interface Personal {

        Stationery.Sheet to(Stationery.Sheet sheet, String account);
    }

    /** To each recipient of the notice, without papers. */
    List<Mail.Draft> drafts(
            MeetingNotice notice, String cause, Template template, Calendar calendar, Personal addition) {
        return drafts(notice, cause, template, calendar, in -> List.of(), addition);
    }

    /** To each recipient of the notice, with papers in their language. */
    List<Mail.Draft> drafts(
            MeetingNotice notice,
            String cause,
            Template template,
            Function<Locale, List<Mail.Enclosure>> papers,
            Personal addition) {
        return drafts(notice, cause, template, Calendar.NONE, papers, addition);
    }

    private List<Mail.Draft> drafts(
            MeetingNotice notice,
            String cause,
            Template template,
            Calendar calendar,
            Function<Locale, List<Mail.Enclosure>> papers,
            Personal addition) {
        var people = people(notice, notice.recipients());
        return notice.recipients().stream()
                .map(each -> draft(
                        notice,
                        people,
                        each,
                        cause,
                        template,
                        calendar,
                        papers.apply(Objects.requireNonNull(people.get(each)).locale()),
                        sheet -> addition.to(sheet, each)))
                .toList();
    }

    /** @param people of {@link #people}, the recipient among them */
    Mail.Draft draft(
            MeetingNotice notice,
            Map<String, Recipient> people,
            String account,
            String cause,
            Template template,
            Calendar calendar,
            List<Mail.Enclosure> enclosures,
            Stationery.Addition addition) {
        Recipient recipient = Objects.requireNonNull(people.get(account));
        Recipient organiser = Objects.requireNonNull(people.get(notice.organiser()));
        Letter letter = letter(notice, template, recipient, organiser, addition);
        return new Mail.Draft(
                cause,
                template,
                recipient,
                notice.reference(),
                letter,
                organiser.isReachable() ? organiser.address() : null,
                invitation(notice, calendar, new Invitation.Parties(organiser, recipient), letter),
                enclosures);
    }

    private Letter letter(
            MeetingNotice notice,
            Template template,
            Recipient recipient,
            Recipient organiser,
            Stationery.Addition addition) {
        Phrases phrases = stationery.phrases(recipient);
        String body = notice.bodyName().in(recipient.locale());
        Stationery.Sheet sheet = stationery.sheet(
                template,
                recipient,
                link(template, notice.reference()),
                notice.reference(),
                body,
                phrases.date(notice.startsAt()),
                phrases.time(notice.startsAt()),
                phrases.shortDate(notice.startsAt()),
                organiser.name());
        sheet.fact("meeting", notice.reference() + " — " + body)
                .fact("date", phrases.date(notice.startsAt()))
                .fact("time", phrases.time(notice.startsAt()) + " – " + phrases.time(notice.endsAt()))
                .fact("place", notice.place())
                .fact("video", Objects.requireNonNullElse(notice.link(), ""));
        return addition.to(sheet).say("what").say("why").letter();
    }

    /** Adds links to those tasks of the recipient, and ways to answer without signing in when one asks who comes. */
    Stationery.Sheet asking(Stationery.Sheet sheet, MeetingNotice notice, String account, List<OpenTask> own) {
        return linked(of(ANSWERING, own).isPresent() ? answers(sheet, notice, account) : sheet, own);
    }

    static Stationery.Sheet linked(Stationery.Sheet sheet, List<OpenTask> own) {
        own.forEach(sheet::task);
        return sheet;
    }

    static Optional<OpenTask> of(List<String> kinds, List<OpenTask> own) {
        return own.stream().filter(each -> kinds.contains(each.kind())).findFirst();
    }

    private Stationery.Sheet answers(Stationery.Sheet sheet, MeetingNotice notice, String account) {
        String token = AttendanceLinks.unsigned(notice.reference(), notice.sequence(), account);
        ANSWERS.forEach(each -> sheet.answer(each, stationery.attendanceLink(token, each)));
        return sheet;
    }

    private String link(Template template, String reference) {
        return switch (template) {
            case ON_HOLIDAY -> stationery.rescheduleLink(reference);
            case BALLOT -> stationery.ballotsLink();
            default -> stationery.meetingLink(reference);
        };
    }

    private @Nullable Invitation invitation(
            MeetingNotice notice, Calendar calendar, Invitation.Parties parties, Letter letter) {
        if (!parties.organiser().isReachable() || !parties.attendee().isReachable()) {
            return null;
        }
        return switch (calendar) {
            case REQUEST -> Invitation.request(notice, parties, letter, clock.instant());
            case CANCEL -> Invitation.cancellation(notice, parties, letter, clock.instant());
            case NONE -> null;
        };
    }
}
