package ma.tansiq.committee.body;

/** Which of the chapter's five kinds of stakeholder a seat belongs to. */
public enum MemberCategory {
    INSTITUTION,
    INTERNATIONAL_PARTNER,
    CIVIL_SOCIETY,
    ACADEMIA,
    PRIVATE_SECTOR
}
