package ma.tansiq.identity;

/** How a person wants mail (rule D4); what is due today is always sent at once. */
public enum MailMode {
    IMMEDIATE,
    DIGEST
}
