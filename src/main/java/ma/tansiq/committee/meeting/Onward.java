package ma.tansiq.committee.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Where an item goes on: to another committee (rule B4b), or in two parts (rule B1).
 *
 * @param referredTo code of the other committee
 * @param adopted text of what was adopted
 * @param rest text of what was not
 * @param restOutcome what becomes of it: rejected, deferred or referred up
 */
public record Onward(
        @Nullable String referredTo,
        @Nullable String adopted,
        @Nullable String rest,
        @Nullable ItemOutcome restOutcome) {

    /** Nothing of what the form asks was given. */
    public boolean isEmpty() {
        return referredTo == null && rest == null && restOutcome == null;
    }
}
