package ma.tansiq.notification;

/** Where a mail stands. */
enum MailState {
    /** Waits for its (next) attempt. */
    QUEUED,
    /** The mail server took it. */
    SENT,
    /** Will never be taken as it is: waits for somebody to correct what is wrong and retry. */
    PARKED
}
