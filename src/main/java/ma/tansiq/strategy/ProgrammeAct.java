package ma.tansiq.strategy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The act by which a programme ended (rule A1b).
 *
 * @param successor number of the programme that it merged into; null when it closed
 * @param act its number
 * @param effectiveOn first day on which it holds
 */
public record ProgrammeAct(
        int programme, @Nullable Integer successor, String act, LocalDate effectiveOn, String reason) {}
