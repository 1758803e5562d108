package ma.tansiq.notification;

import java.util.Locale;

/** The mails that there are. */
enum Template {
    CONVOCATION,
    SECOND_CONVOCATION,
    RESCHEDULED,
    CANCELLED,
    SUSPENDED,
    RESUMPTION,
    NOT_RESUMED,
    ON_HOLIDAY,
    STAND_IN,
    DELEGATED,
    PROXY_HELD,
    PROXY_GIVEN,
    BALLOT,
    AGENDA,
    LATE_AGENDA,
    LATE_PAPER,
    MORE_LATE_PAPERS,
    DECISIONS,
    PROGRAMMES_TOUCHED,
    PROGRAMMES_TOUCHED_AGAIN,
    DRAFT_MINUTES,
    MINUTES,
    CORRECTION,
    REFERRED_UP,
    MATTER_CORRECTED,
    MATTER_DROPPED,
    EXTRACT,
    CONSULTATION,
    CONSULTATION_CLOSED,
    OPINION_REQUEST,
    OPINION_ANSWERED,
    OPINION_WITHDRAWN,
    INTERIM_NAMED,
    INTERIM_ENDED,
    INTERIM_WITHDRAWN,
    PROGRESS_SUMMARY,
    PROGRAMME_ENDED,
    ABSENCE_ANNOUNCED,
    ABSENCE_ENDED,
    ACTION_ASSIGNED,
    ACTION_EXTENDED,
    ACTION_CANCELLED,
    ACTION_COMPLETED,
    TASK_OPENED,
    REMINDER,
    ESCALATION,
    DIGEST;

    /** As in keys of texts and in addresses: {@code second-convocation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
