package ma.tansiq.committee.paper;

import java.io.InputStream;
import java.time.LocalDate;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.minutes.MinutesManagement;
import ma.tansiq.committee.session.SessionManagement;
import ma.tansiq.document.Documents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signing on paper: the secretary keeps the scan with date and registry number, and that is the signature (rule C5). */
@Component
@Transactional
public class PaperSigning {

    private final Documents documents;
    private final SessionManagement sessions;
    private final MinutesManagement minutes;

    PaperSigning(Documents documents, SessionManagement sessions, MinutesManagement minutes) {
        this.documents = documents;
        this.sessions = sessions;
        this.minutes = minutes;
    }

    /**
     * The scanned paper.
     *
     * @param signedOn day on the paper: the session’s or a later one, not after today
     * @param registryNumber number under which the paper is registered
     */
    public record Scan(
            String fileName, String mediaType, InputStream content, LocalDate signedOn, String registryNumber) {}

    /** @param by account of the body's secretary, or of a coordinator */
    public void signDecisions(String meeting, Scan scan, String by) {
        sessions.signOnPaper(meeting, kept(meeting, scan), by);
    }

    /** @param by account of the body's secretary, or of a coordinator */
    public void signMinutes(String meeting, Scan scan, String by) {
        minutes.signOnPaper(meeting, kept(meeting, scan), by);
    }

    private Signature.PaperSignature kept(String meeting, Scan scan) {
        if (scan.registryNumber().isBlank()) {
            throw CommitteeRefusal.because("missing.registryNumber");
        }
        return new Signature.PaperSignature(
                documents
                        .store(scan.fileName(), scan.mediaType(), scan.content(), meeting)
                        .id(),
                scan.signedOn(),
                scan.registryNumber().strip());
    }
}
