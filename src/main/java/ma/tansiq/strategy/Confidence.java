package ma.tansiq.strategy;

/** How sure an entry of the strategy's file is; what is not sourced is shown as such wherever it appears. */
public enum Confidence {
    /** Stands in the source chapter. */
    SOURCE_CHAPTER,
    /** Found in another public source. */
    SOURCED,
    /** A translation proposed for a sourced text. */
    TRANSLATION,
    MEMORY_HIGH,
    MEMORY_LOW,
    /** A starting point that somebody has to confirm or change. */
    ASSUMPTION,
    /** Entered or confirmed by an administrator, with a source or reason on record. */
    CONFIRMED,
    /** Not known: the entry exists, its texts are empty. */
    UNKNOWN;

    /** Whether somebody still has to confirm or fill in what it is said of. */
    public boolean isOpen() {
        return switch (this) {
            case SOURCE_CHAPTER, SOURCED, CONFIRMED -> false;
            case TRANSLATION, MEMORY_HIGH, MEMORY_LOW, ASSUMPTION, UNKNOWN -> true;
        };
    }
}
