package ma.tansiq.grant.call;

/** What a call is for; research calls run on the same processes with another checklist, grid and plan. */
public enum CallKind {
    ASSOCIATION,
    RESEARCH
}
