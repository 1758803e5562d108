/**
 * What the public learns of grants (rule E10): a page, a table, the 360Giving data standard 1.4 and IATI 2.03 activities,
 * of grants that both sides have signed. Never personal data: no person is named in what is published.
 */
@NullMarked
package ma.tansiq.grant.publication;

import org.jspecify.annotations.NullMarked;
