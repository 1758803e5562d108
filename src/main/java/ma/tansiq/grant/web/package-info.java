/** Pages of those who work on grants. */
@NullMarked
package ma.tansiq.grant.web;

import org.jspecify.annotations.NullMarked;
