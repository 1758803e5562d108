package ma.tansiq.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Where {@code processes/notification/DailyDigest.bpmn} and the digests of those who chose one meet (rule D4). */
@Component
public class DailyDigestProcess {

    private final DigestMail digests;
    private final Clock clock;

    DailyDigestProcess(DigestMail digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    // what the diagram asks

    /** Everybody for whom something waits; on most mornings few. */
    public List<String> readers() {
        return digests.awaited();
    }

    // what the diagram does

    /** The digests of a day are called after it; the timer that starts them gives them no name. */
    public void begin(DelegateExecution morning) {
        morning.setProcessBusinessKey(LocalDate.now(clock).toString());
    }

    public void send(String reader) {
        digests.send(reader);
    }
}
