package ma.tansiq.committee.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.tansiq.committee.meeting.AgendaItem;
import ma.tansiq.committee.meeting.Agendas;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.engine.FormTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows whoever writes a briefing what there is to know of the item: its text, and what was said of it below. */
@Component
public class BriefingTexts {

    private final Briefings briefings;
    private final Agendas agendas;
    private final MessageSource messages;

    BriefingTexts(Briefings briefings, Agendas agendas, MessageSource messages) {
        this.briefings = briefings;
        this.agendas = agendas;
        this.messages = messages;
    }

    /** As a form of Tasklist shows it. */
    public String about(String meeting, String matter) {
        AgendaItem item = agendas.of(meeting).stream()
                .filter(each -> each.matter().equals(matter))
                .findFirst()
                .orElseThrow(() -> CommitteeRefusal.because("noSuchItem", matter, meeting));
        List<String> paragraphs = new ArrayList<>(List.of(
                "**%s** — %s".formatted(matter, FormTexts.verbatim(item.label())), FormTexts.verbatim(item.text())));
        briefings.earlier(matter).forEach(each -> paragraphs.add(line(each)));
        return FormTexts.lines(paragraphs);
    }

    private String line(Briefings.Earlier earlier) {
        String outcome = messages.getMessage("outcome." + earlier.outcome(), null, Locale.FRENCH);
        String said = earlier.decision() == null ? earlier.discussion() : earlier.decision();
        String head = "**%s** : %s".formatted(earlier.meeting(), outcome);
        return said == null || said.isBlank() ? head : head + " — " + FormTexts.verbatim(said);
    }
}
