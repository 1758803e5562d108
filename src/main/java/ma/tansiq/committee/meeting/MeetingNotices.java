package ma.tansiq.committee.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what people are told about a meeting, from what is recorded now. */
@Component
public class MeetingNotices {

    private final MeetingFacts facts;
    private final Agendas agendas;
    private final AttendanceSheets sheets;
    private final Clock clock;

    MeetingNotices(MeetingFacts facts, Agendas agendas, AttendanceSheets sheets, Clock clock) {
        this.facts = facts;
        this.agendas = agendas;
        this.sheets = sheets;
        this.clock = clock;
    }

    public MeetingNotice of(Meeting meeting) {
        return of(meeting, standIns(meeting.reference()));
    }

    /** @param standIns accounts that stand in for somebody convoked, and are told like everybody else */
    public MeetingNotice of(Meeting meeting, List<String> standIns) {
        return new MeetingNotice(
                meeting.reference(),
                meeting.body(),
                facts.body(meeting).names(),
                meeting.session(),
                meeting.session() == 1 || facts.quorumNeeded(meeting),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.place(),
                meeting.link().orElse(null),
                meeting.sequence(),
                meeting.organiser(),
                intakeCloses(meeting),
                titles(meeting),
                recipients(meeting, standIns));
    }

    private @Nullable Instant intakeCloses(Meeting meeting) {
        return Optional.of(meeting)
                .filter(each -> each.agendaStatus() == AgendaStatus.OPEN)
                .map(each -> facts.intakeCloses(each.reference()))
                .filter(clock.instant()::isBefore)
                .orElse(null);
    }

    private List<String> titles(Meeting meeting) {
        return meeting.agendaStatus() == AgendaStatus.APPROVED
                ? agendas.of(meeting.reference()).stream()
                        .map(AgendaItem::mailedTitle)
                        .toList()
                : List.of();
    }

    List<String> standIns(String meeting) {
        return sheets.of(meeting).stream()
                .flatMap(each -> Stream.ofNullable(each.alternate()))
                .toList();
    }

    private List<String> recipients(Meeting meeting, List<String> standIns) {
        Stream<String> convoked = sheets.of(meeting.reference()).stream().map(Attendance::account);
        return Stream.of(convoked, standIns.stream(), Stream.of(meeting.organiser()))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
