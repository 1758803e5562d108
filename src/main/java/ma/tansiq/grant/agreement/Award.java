package ma.tansiq.grant.agreement;

import java.util.List;
import ma.tansiq.grant.envelope.Dirhams;

/**
 * What was awarded and accepted, of which an agreement is made. The amount is committed in the call's envelope already.
 *
 * @param organisation code of the association
 * @param title of the project
 * @param shares of the instalments in percent, 100 in all; empty for what {@code InstalmentPlan.dmn} says
 * @param verifiedBy account of the officer who verified the file
 * @param awardedBy account of the authorising officer who authorised the award
 */
public record Award(
        String call,
        String application,
        String organisation,
        String title,
        Dirhams amount,
        List<Integer> shares,
        String verifiedBy,
        String awardedBy) {}
