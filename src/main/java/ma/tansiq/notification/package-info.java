/** The outbox and everything it sends: convocations with invitations, packs, reminders, escalations, minutes. */
@ApplicationModule(displayName = "Notification")
@NullMarked
package ma.tansiq.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
