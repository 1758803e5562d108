package ma.tansiq.grant.agreement;

/** What binds the two sides of a grant (rule E6, circular 7/2003); {@code AgreementForm.dmn} says which. */
public enum AgreementForm {
    /** A partnership agreement, signed by both. */
    AGREEMENT("CONV"),
    /** A decision of the authorising officer, which the association accepts. */
    DECISION("DEC");

    private final String prefix;

    AgreementForm(String prefix) {
        this.prefix = prefix;
    }

    String reference(int year, int number) {
        return "%s-%d-%04d".formatted(prefix, year, number);
    }
}
