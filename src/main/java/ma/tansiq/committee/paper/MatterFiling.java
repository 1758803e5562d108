package ma.tansiq.committee.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import ma.tansiq.committee.body.Permissions;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.committee.meeting.Matter;
import ma.tansiq.committee.meeting.Matters;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.meeting.MeetingHistory;
import ma.tansiq.committee.meeting.MeetingStatus;
import ma.tansiq.committee.meeting.Meetings;
import ma.tansiq.document.Documents;
import ma.tansiq.document.Incoming;
import ma.tansiq.document.PdfBinder;
import ma.tansiq.document.StoredDocument;
import ma.tansiq.engine.OpenForms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filing papers with the matters of a meeting, and withdrawing wrong ones (rule B1). */
@Component
@Transactional
public class MatterFiling {

    private static final int MOST_FILES = 20;

    private final Meetings meetings;
    private final Matters matters;
    private final MatterPapers papers;
    private final Documents documents;
    private final PdfBinder binder;
    private final Permissions permissions;
    private final MeetingHistory history;
    private final LatePaperNotices late;
    private final OpenForms forms;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    MatterFiling(
            Meetings meetings,
            Matters matters,
            MatterPapers papers,
            Documents documents,
            PdfBinder binder,
            Permissions permissions,
            MeetingHistory history,
            LatePaperNotices late,
            OpenForms forms,
            Clock clock) {
        this.meetings = meetings;
        this.matters = matters;
        this.papers = papers;
        this.documents = documents;
        this.binder = binder;
        this.permissions = permissions;
        this.history = history;
        this.late = late;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Keeps a file with a matter that is on the meeting's agenda or waits for it, until the session is recorded.
     *
     * @param by account of whoever proposed the matter, of the body's secretary, or of a coordinator
     */
    public void attach(String meeting, String reference, Incoming file, String by) {
        Matter matter = filed(meeting, reference, by);
        if (papers.of(List.of(reference)).size() >= MOST_FILES) {
            throw CommitteeRefusal.because("tooManyFiles", MOST_FILES);
        }
        StoredDocument stored = documents.store(file, matter.reference());
        papers.add(new MatterPaper(stored.id(), reference, pagesOf(stored), by, stored.storedAt(), null));
        history.add(meeting, "PAPER_ADDED", by, entry(matter, stored.name()));
        late.tell(meetings.required(meeting), matter, stored, by);
        forms.refresh(meeting);
    }

    /** Takes a paper back; refused once the pack has left, since people have read it. */
    public void withdraw(String meeting, String reference, UUID document, String by) {
        Matter matter = filed(meeting, reference, by);
        boolean left = meetings.required(meeting).agendaPack().isPresent();
        if (left || !papers.withdraw(reference, document, by, clock.instant())) {
            throw CommitteeRefusal.because("paperStays");
        }
        String name = documents.find(document).map(StoredDocument::name).orElse("");
        history.add(meeting, "PAPER_WITHDRAWN", by, entry(matter, name));
        forms.refresh(meeting);
    }

    private Matter filed(String reference, String matterReference, String by) {
        Meeting meeting = meetings.toChange(reference);
        Matter matter = matters.comingBefore(reference, matterReference)
                .orElseThrow(() -> CommitteeRefusal.because("matterNotAvailable", matterReference));
        if (!by.equals(matter.proposedBy()) && !permissions.actsAsSecretary(meeting.body(), by)) {
            throw CommitteeRefusal.because("paperNotYours", meeting.body());
        }
        if (meeting.status().isRecorded() || meeting.status() == MeetingStatus.CANCELLED) {
            throw CommitteeRefusal.because("wrongState." + meeting.status(), reference);
        }
        return matter;
    }

    private static String entry(Matter matter, String name) {
        return matter.isSecret() ? matter.reference() : matter.reference() + " · " + name;
    }

    private @Nullable Integer pagesOf(StoredDocument stored) {
        if (!stored.mediaType().equals(PdfBinder.MEDIA_TYPE)) {
            return null;
        }
        try (InputStream content = documents.open(stored.id())) {
            return binder.pagesOf(stored.name(), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
