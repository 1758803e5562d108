package ma.tansiq.grant.call;

import java.util.Locale;

/**
 * A line of a call's scoring grid.
 *
 * @param weight most points that it gives; those of a grid are 100 in all
 */
public record Criterion(String code, String labelFr, String labelAr, int weight) {

    /** In Arabic for readers of Arabic, otherwise in French. */
    public String label(Locale language) {
        return CallTerms.of(language, labelFr, labelAr);
    }
}
