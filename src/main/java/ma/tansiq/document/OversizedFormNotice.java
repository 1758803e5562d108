package ma.tansiq.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Map;
import ma.tansiq.engine.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Has the page of a form say that what was just submitted was too large to be read, and gives it what was typed beside
 * the file, in {@code kept}.
 */
@ControllerAdvice
class OversizedFormNotice {

    static final String PARAMETER = "oversized";

    /** Session attribute with what was typed beside the file, until the page shows it: texts by name of their field. */
    static final String TYPED = "tansiq.oversized.typed";

    private final Refusals refusals;
    private final DocumentSettings settings;

    OversizedFormNotice(Refusals refusals, DocumentSettings settings) {
        this.refusals = refusals;
        this.settings = settings;
    }

    @ModelAttribute
    void tell(
            @RequestParam(name = PARAMETER, required = false) @Nullable String oversized,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        if (oversized != null) {
            HttpSession session = request.getSession(false);
            if (session != null && session.getAttribute(TYPED) instanceof Map<?, ?> typed) {
                session.removeAttribute(TYPED);
                model.addAttribute("kept", typed);
            }
            model.addAttribute(
                    "refusal", refusals.sentence(DocumentRefusal.formTooLarge(settings.maximumSize()), locale));
        }
    }
}
