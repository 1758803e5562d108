package ma.tansiq.committee.meeting;

import ma.tansiq.engine.FormTexts;
import org.springframework.stereotype.Component;

/** Tells whoever gets something back who returned it, when, and what is to be changed. */
@Component
public class Returns {

    private final MeetingHistory history;
    private final MeetingFacts facts;

    Returns(MeetingHistory history, MeetingFacts facts) {
        this.history = history;
        this.facts = facts;
    }

    /**
     * The newest fact of that name in the meeting's history, to follow a word such as « renvoyé » in a quotation of a
     * form.
     */
    public Object latest(String meeting, String fact) {
        return history.latest(meeting, fact)
                .map(found -> FormTexts.text(quoted(found)))
                .orElse("");
    }

    private String quoted(MeetingHistory.Fact fact) {
        String who = fact.actor() == null ? "" : "par **%s** ".formatted(facts.nameOf(fact.actor()));
        return "%sle %s :\n>\n%s"
                .formatted(who, FormTexts.dateTime(fact.at()), FormTexts.quote(FormTexts.verbatim(fact.detail())));
    }
}
