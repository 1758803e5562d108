package ma.tansiq.strategy;

import java.util.Map;

/**
 * What somebody typed about an entry.
 *
 * @param seen version of the entry that the form was opened with
 * @param values by {@link StrategyEntry.Field#column()}; what is missing counts as empty
 * @param sure whether the entry is confirmed, not assumed
 * @param leadSure of a programme, whether its lead is confirmed
 * @param reason source or reason of the change
 */
public record StrategyEdit(int seen, Map<String, String> values, boolean sure, boolean leadSure, String reason) {}
