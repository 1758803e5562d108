package ma.tansiq.administration;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ma.tansiq.engine.Conflict;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Answers a form: leads on when it was taken, else shows its page again with the reason and all that was typed. */
@Component
class Submissions {

    private static final String CONFLICT = "conflict";

    private final Refusals refusals;

    Submissions(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Makes the change, and says why not where a rule does not allow it.
     *
     * @param change answers the address to go on to
     * @param again fills the page for another try; it finds in {@code conflict} whether somebody else was faster
     */
    ModelAndView answer(Supplier<String> change, String view, Consumer<Model> again, Locale locale) {
        try {
            return new ModelAndView("redirect:" + change.get());
        } catch (RuntimeException failed) {
            Refusal refusal = Refusals.in(failed).orElseThrow(() -> failed);
            ExtendedModelMap model = new ExtendedModelMap();
            model.addAttribute(CONFLICT, refusal instanceof Conflict);
            again.accept(model);
            return refusals.again(view, refusal, model, locale);
        }
    }

    /** Whether the page is shown again because somebody else was faster. */
    static boolean isConflict(Model model) {
        return Boolean.TRUE.equals(model.getAttribute(CONFLICT));
    }
}
