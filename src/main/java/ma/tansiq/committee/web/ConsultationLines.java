package ma.tansiq.committee.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.consultation.Consultation;
import ma.tansiq.committee.consultation.ConsultationAnswer;
import ma.tansiq.committee.consultation.ConsultationAnswers;
import ma.tansiq.committee.consultation.Consultations;
import ma.tansiq.engine.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads the written consultations of a matter, each with who said what and what happened when. */
@Component
class ConsultationLines {

    private final Consultations consultations;
    private final ConsultationAnswers answers;
    private final TaskTimeline timeline;
    private final Accounts accounts;
    private final MessageSource messages;

    ConsultationLines(
            Consultations consultations,
            ConsultationAnswers answers,
            TaskTimeline timeline,
            Accounts accounts,
            MessageSource messages) {
        this.consultations = consultations;
        this.answers = answers;
        this.timeline = timeline;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** Oldest first. */
    List<ConsultationLine> of(String matter, Locale locale) {
        List<Consultation> all = consultations.findByMatterOrderByOpenedAt(matter);
        Map<String, List<ConsultationAnswer>> given =
                answers.of(all.stream().map(Consultation::reference).toList()).stream()
                        .collect(Collectors.groupingBy(ConsultationAnswer::consultation));
        return all.stream()
                .map(each -> new ConsultationLine(
                        each,
                        given.getOrDefault(each.reference(), List.of()),
                        moments(each, given.getOrDefault(each.reference(), List.of()), locale)))
                .toList();
    }

    private List<Moment> moments(Consultation one, List<ConsultationAnswer> said, Locale locale) {
        Map<String, String> names = accounts.namesOf(Stream.concat(
                        said.stream().map(ConsultationAnswer::account),
                        Stream.concat(Stream.of(one.openedBy()), one.closedBy().stream()))
                .collect(Collectors.toSet()));
        List<Moment> moments = new ArrayList<>();
        moments.add(moment(
                one.openedAt(),
                "opened",
                one.openedBy(),
                names,
                one.urgencyMotive().orElse(null),
                locale));
        for (ConsultationAnswer each : said) {
            if (each.answeredAt() != null && each.choice() != null) {
                moments.add(
                        moment(each.answeredAt(), each.choice().name(), each.account(), names, each.comment(), locale));
            }
        }
        moments.addAll(timeline.sent(one.reference(), locale));
        one.closedAt().ifPresent(at -> moments.add(closed(one, at, names, locale)));
        one.ratifiedAt()
                .ifPresent(at -> moments.add(moment(
                        at, "status." + one.status(), null, names, one.remark().orElse(null), locale)));
        moments.sort(Comparator.comparing(Moment::at, Comparator.nullsLast(Comparator.naturalOrder())));
        if (one.isOpen()) {
            moments.add(Moment.ahead(one.endsAt(), text("ends", locale)));
        }
        return moments;
    }

    private Moment closed(Consultation one, Instant at, Map<String, String> names, Locale locale) {
        boolean ratified = one.ratifiedAt().isPresent();
        String status =
                ratified ? Consultation.Status.AGREED.name() : one.status().name();
        Optional<String> why = ratified ? Optional.empty() : one.remark();
        return moment(at, "status." + status, one.closedBy().orElse(null), names, why.orElse(null), locale);
    }

    private Moment moment(
            Instant at,
            String what,
            @Nullable String who,
            Map<String, String> names,
            @Nullable String detail,
            Locale locale) {
        List<String> people = who == null ? List.of() : List.of(names.getOrDefault(who, who));
        return Moment.past(at, text(what, locale), people, detail);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("consultation.moment." + key, null, locale);
    }
}
