package ma.tansiq.committee.paper;

import java.util.List;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingEvents;
import ma.tansiq.committee.meeting.MeetingNotice;
import ma.tansiq.committee.meeting.MeetingNotices;
import ma.tansiq.document.StoredDocument;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets those convoked know of a paper that comes after the agenda pack, which had all that was filed before. Papers of a
 * secret matter are made known to those who may read them alone (rule B8).
 */
@Component
class LatePaperNotices {

    private final Agendas agendas;
    private final MeetingNotices notices;
    private final MeetingDocumentAccess access;
    private final ApplicationEventPublisher events;

    LatePaperNotices(
            Agendas agendas, MeetingNotices notices, MeetingDocumentAccess access, ApplicationEventPublisher events) {
        this.agendas = agendas;
        this.notices = notices;
        this.access = access;
        this.events = events;
    }

    void tell(Meeting meeting, Matter matter, StoredDocument paper, String by) {
        if (meeting.agendaPack().isEmpty()) {
            return;
        }
        agendas.of(meeting.reference()).stream()
                .filter(item -> item.matter().equals(matter.reference()))
                .findFirst()
                .ifPresent(item -> {
                    MeetingNotice notice = notices.of(meeting);
                    List<String> readers = notice.recipients().stream()
                            .filter(each -> !each.equals(by))
                            .filter(each -> !matter.isSecret() || access.mayRead(paper, each))
                            .toList();
                    events.publishEvent(new MeetingEvents.PaperFiledLate(
                            notice.to(readers), matter.reference(), item.position(), paper.storedAt()));
                });
    }
}
