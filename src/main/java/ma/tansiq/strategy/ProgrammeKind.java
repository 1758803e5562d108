package ma.tansiq.strategy;

/** Whether a programme belongs to one sector or crosses all of them. */
public enum ProgrammeKind {
    SECTORAL,
    CROSS_CUTTING
}
