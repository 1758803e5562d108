package ma.tansiq.committee.progress;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes figures for pages and papers: Western digits, {@code 1 234 567,89}, in every language. */
@Component
public class Figures {

    public String number(BigDecimal value) {
        return format("#,##0.######").format(value);
    }

    /** With its sign; {@code =} when nothing changed. */
    public String change(BigDecimal change) {
        return change.signum() == 0 ? "=" : (change.signum() > 0 ? "+" : "\u2212") + number(change.abs());
    }

    /** With its sign and two decimals; {@code =} when nothing changed. */
    public String changeOfAmount(BigDecimal change) {
        return change.signum() == 0 ? "=" : (change.signum() > 0 ? "+" : "\u2212") + amount(change.abs());
    }

    /** With two decimals. */
    public String amount(BigDecimal value) {
        return format("#,##0.00").format(value);
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.FRANCE);
        symbols.setGroupingSeparator('\u00a0');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols);
    }
}
