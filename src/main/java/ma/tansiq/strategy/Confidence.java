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
    /** Not known: the entry exists, its texts are empty. */
    UNKNOWN
}
