package ma.tansiq.document;

import java.util.Locale;
import ma.tansiq.engine.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Has the page of a form say that what was just submitted was too large to be read. */
@ControllerAdvice
class OversizedFormNotice {

    static final String PARAMETER = "oversized";

    private final Refusals refusals;
    private final DocumentSettings settings;

    OversizedFormNotice(Refusals refusals, DocumentSettings settings) {
        this.refusals = refusals;
        this.settings = settings;
    }

    @ModelAttribute
    void tell(
            @RequestParam(name = PARAMETER, required = false) @Nullable String oversized, Model model, Locale locale) {
        if (oversized != null) {
            model.addAttribute(
                    "refusal", refusals.sentence(DocumentRefusal.formTooLarge(settings.maximumSize()), locale));
        }
    }
}
