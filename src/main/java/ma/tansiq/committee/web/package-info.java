/** Pages about bodies, meetings and actions, and the lists that stand behind them. */
@NamedInterface("web")
@NullMarked
package ma.tansiq.committee.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
