package ma.tansiq.strategy;

/** What kind of organisation it is, as the source chapter tells them apart. */
public enum OrganisationKind {
    GOVERNMENT,
    PUBLIC_INSTITUTION,
    INTERNATIONAL,
    ASSOCIATION,
    WORKING_GROUP
}
