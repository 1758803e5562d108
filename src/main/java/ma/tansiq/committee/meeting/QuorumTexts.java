package ma.tansiq.committee.meeting;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What forms say of the quorum of the coming session: that it counts, or that a second convocation asks for none. */
@Component
public class QuorumTexts {

    private final MeetingFacts facts;
    private final MessageSource messages;

    QuorumTexts(MeetingFacts facts, MessageSource messages) {
        this.facts = facts;
        this.messages = messages;
    }

    /** To whoever plans the session; empty for a first convocation. */
    public String toPlan(String meeting) {
        return isSecond(meeting) ? say("plan", meeting) : "";
    }

    /** To whoever answers the convocation. */
    public String toAnswer(String meeting) {
        return say("answer", meeting);
    }

    /** To whoever records the session. */
    public String toRecord(String meeting) {
        return say("record", meeting);
    }

    private String say(String occasion, String meeting) {
        String session = isSecond(meeting) ? "second" : "first";
        String quorum = facts.quorumNeeded(facts.meeting(meeting)) ? "needed" : "none";
        return messages.getMessage("quorum.%s.%s.%s".formatted(occasion, session, quorum), null, Locale.FRENCH);
    }

    private boolean isSecond(String meeting) {
        return facts.meeting(meeting).session() > 1;
    }
}
