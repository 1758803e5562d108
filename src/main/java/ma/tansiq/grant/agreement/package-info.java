/**
 * From an award to the last report (rules E6 and E7): agreement or decision, signatures of both sides, instalments that
 * wait for reports, the chain of payment, suspension and termination.
 */
@NullMarked
package ma.tansiq.grant.agreement;

import org.jspecify.annotations.NullMarked;
