package ma.tansiq.engine;

import java.util.Set;

/**
 * The groups that an account is in at this moment. Asked at every request, so that an ended mandate ends access at
 * once. The module that keeps mandates implements it; without one, the engine's memberships count.
 */
public interface CurrentGroups {

    Set<String> of(String account);
}
