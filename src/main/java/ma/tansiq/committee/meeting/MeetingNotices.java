package ma.tansiq.committee.meeting;

import java.util.List;
import java.util.stream.Stream;
import ma.tansiq.committee.body.Bodies;
import ma.tansiq.committee.body.Body;
import org.springframework.stereotype.Component;

/** Puts together what people are told about a meeting, from what is recorded now. */
@Component
public class MeetingNotices {

    private final Bodies bodies;
    private final Agendas agendas;
    private final AttendanceSheets sheets;

    MeetingNotices(Bodies bodies, Agendas agendas, AttendanceSheets sheets) {
        this.bodies = bodies;
        this.agendas = agendas;
        this.sheets = sheets;
    }

    public MeetingNotice of(Meeting meeting) {
        return of(meeting, standIns(meeting.reference()));
    }

    /** @param standIns accounts that stand in for somebody convoked, and are told like everybody else */
    public MeetingNotice of(Meeting meeting, List<String> standIns) {
        return new MeetingNotice(
                meeting.reference(),
                meeting.body(),
                bodies.find(meeting.body()).map(Body::nameFr).orElse(meeting.body()),
                meeting.session(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.place(),
                meeting.link().orElse(null),
                meeting.sequence(),
                meeting.organiser(),
                titles(meeting),
                recipients(meeting, standIns));
    }

    private List<String> titles(Meeting meeting) {
        return meeting.agendaStatus() == AgendaStatus.APPROVED
                ? agendas.of(meeting.reference()).stream()
                        .map(AgendaItem::title)
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
