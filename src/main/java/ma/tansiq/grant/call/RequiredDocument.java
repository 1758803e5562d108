package ma.tansiq.grant.call;

import java.util.Locale;

/**
 * A line of a call's checklist.
 *
 * @param code short name that is one within the call, {@code statuts}
 * @param required whether an application cannot be submitted without it
 */
public record RequiredDocument(String code, String labelFr, String labelAr, boolean required) {

    /** In Arabic for readers of Arabic, otherwise in French. */
    public String label(Locale language) {
        return CallTerms.of(language, labelFr, labelAr);
    }
}
