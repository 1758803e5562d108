package ma.tansiq.committee.paper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.tansiq.committee.consultation.Consultation;
import ma.tansiq.committee.consultation.Consultations;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.opinion.Advisers;
import ma.tansiq.committee.opinion.OpinionRequest;
import ma.tansiq.committee.opinion.OpinionRequests;
import org.springframework.stereotype.Component;

/** What papers of a session say beside its items: opinions that were asked for, and what was adopted in writing. */
@Component
class ItemSources {

    private final OpinionRequests opinions;
    private final Advisers advisers;
    private final Consultations consultations;
    private final Matters matters;
    private final MeetingFacts facts;

    ItemSources(
            OpinionRequests opinions,
            Advisers advisers,
            Consultations consultations,
            Matters matters,
            MeetingFacts facts) {
        this.opinions = opinions;
        this.advisers = advisers;
        this.consultations = consultations;
        this.matters = matters;
        this.facts = facts;
    }

    /** By matter. */
    Map<String, List<OpinionLine>> opinions(List<AgendaItem> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        List<OpinionRequest> asked =
                opinions.about(items.stream().map(AgendaItem::matter).toList());
        facts.namesOf(asked.stream().flatMap(each -> each.person().stream()));
        return asked.stream().collect(groupingBy(OpinionRequest::matter, mapping(this::line, toList())));
    }

    private OpinionLine line(OpinionRequest request) {
        return new OpinionLine(
                request.person()
                        .map(facts::nameOf)
                        .orElseGet(() -> advisers.name(request.office().orElseThrow(), Locale.FRENCH)),
                request.position().map(each -> "opinion.position." + each).orElse("opinion.status." + request.status()),
                request.opinion().orElse(null));
    }

    /** What was adopted in writing and the session is to ratify. */
    List<ConsultedLine> toRatify(Meeting meeting) {
        return lines(consultations.awaiting(meeting.body(), meeting.startsAt()));
    }

    /** What was adopted in writing and came before the session. */
    List<ConsultedLine> ratified(Meeting meeting) {
        return lines(consultations.findBySessionOrderByReference(meeting.reference()));
    }

    private List<ConsultedLine> lines(List<Consultation> adopted) {
        Map<String, Matter> about = matters
                .findAllById(adopted.stream().map(Consultation::matter).toList())
                .stream()
                .collect(Collectors.toMap(Matter::reference, Function.identity()));
        return adopted.stream()
                .map(each -> new ConsultedLine(
                        each.reference(),
                        each.matter(),
                        Objects.requireNonNull(about.get(each.matter())).title(),
                        "consultation.status." + each.status(),
                        each.proposal()))
                .toList();
    }
}
