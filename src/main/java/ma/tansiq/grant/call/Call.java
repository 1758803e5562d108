package ma.tansiq.grant.call;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call for projects, {@code AAP-2027-01} (rule E1).
 *
 * @param workingTitle what the officer named it when beginning, before there are terms
 * @param terms what it says, once it is drafted
 * @param returnMotive why the authorising officer did not approve it, until it is drafted again
 */
public record Call(
        String reference,
        int year,
        int number,
        CallKind kind,
        Status status,
        String workingTitle,
        @Nullable CallTerms draftedTerms,
        String begunBy,
        @Nullable String draftedBy,
        @Nullable String returnMotiveOrNull,
        @Nullable String approvedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant closedAt) {

    public enum Status {
        /** The officer writes it. */
        DRAFT,
        /** The authorising officer has it to approve. */
        SUBMITTED,
        /** Everybody may read it; applications are taken between its instants. */
        PUBLISHED,
        /** The window is over. */
        CLOSED
    }

    static Call begun(int year, int number, CallKind kind, String title, String by) {
        return new Call(
                "AAP-%d-%02d".formatted(year, number),
                year,
                number,
                kind,
                Status.DRAFT,
                title,
                null,
                by,
                null,
                null,
                null,
                null,
                null);
    }

    /** What it says; only a call that was drafted has any. */
    public CallTerms terms() {
        return drafted().orElseThrow(() -> CallRefusal.because("wrongState." + status, reference));
    }

    public Optional<CallTerms> drafted() {
        return Optional.ofNullable(draftedTerms);
    }

    public Optional<String> returnMotive() {
        return Optional.ofNullable(returnMotiveOrNull);
    }

    public String title(Locale language) {
        return draftedTerms == null ? workingTitle : draftedTerms.title(language);
    }

    /** Everybody may read it. */
    public boolean isPublic() {
        return publishedAt != null;
    }

    /** Whether an application may be submitted at that instant; the instant of closing belongs to the window. */
    public boolean isOpen(Instant at) {
        return isPublic()
                && status == Status.PUBLISHED
                && !at.isBefore(terms().opensAt())
                && !at.isAfter(terms().closesAt());
    }

    /** @throws CallRefusal with a sentence for a call that is not open yet, or no longer */
    public void requireOpen(Instant at) {
        if (!isPublic()) {
            throw CallRefusal.because("unknown", reference);
        }
        if (at.isBefore(terms().opensAt())) {
            throw CallRefusal.because("notOpen", reference, LegalTimes.words(terms().opensAt()));
        }
        // the process closes it a moment after the instant; only the instant counts, also for who waited in line
        if (at.isAfter(terms().closesAt())) {
            throw CallRefusal.because("late", reference, LegalTimes.words(terms().closesAt()));
        }
    }

    Call draft(CallTerms terms, String by) {
        require(Status.DRAFT);
        return new Call(
                reference,
                year,
                number,
                kind,
                Status.SUBMITTED,
                workingTitle,
                terms,
                begunBy,
                by,
                null,
                null,
                null,
                null);
    }

    Call sendBack(String why) {
        require(Status.SUBMITTED);
        return new Call(
                reference,
                year,
                number,
                kind,
                Status.DRAFT,
                workingTitle,
                draftedTerms,
                begunBy,
                draftedBy,
                why,
                null,
                null,
                null);
    }

    /** Whoever drafted it does not approve it. */
    Call approve(String by, Instant at) {
        require(Status.SUBMITTED);
        if (by.equals(draftedBy)) {
            throw CallRefusal.because("fourEyes", reference);
        }
        if (!terms().closesAt().isAfter(at)) {
            throw CallRefusal.because("closingPast");
        }
        return new Call(
                reference,
                year,
                number,
                kind,
                Status.PUBLISHED,
                workingTitle,
                draftedTerms,
                begunBy,
                draftedBy,
                null,
                by,
                at,
                null);
    }

    Call close(Instant at) {
        require(Status.PUBLISHED);
        return new Call(
                reference,
                year,
                number,
                kind,
                Status.CLOSED,
                workingTitle,
                draftedTerms,
                begunBy,
                draftedBy,
                null,
                approvedBy,
                publishedAt,
                at);
    }

    private void require(Status expected) {
        if (status != expected) {
            throw CallRefusal.because("wrongState." + status, reference);
        }
    }
}
