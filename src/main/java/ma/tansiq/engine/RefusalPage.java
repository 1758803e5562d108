package ma.tansiq.engine;

import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows a refusal that a page did not show itself: view {@code error/refusal}, attribute {@code sentence}. */
@ControllerAdvice
class RefusalPage {

    private final Refusals refusals;

    RefusalPage(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Somebody else changed the same thing at the same moment; any other failure stays one. */
    @ExceptionHandler({ConcurrencyFailureException.class, ProcessEngineException.class})
    ModelAndView showConflict(RuntimeException failed, Locale locale) {
        return show(Refusals.in(failed).orElseThrow(() -> failed), locale);
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView show(Refusal refusal, Locale locale) {
        return new ModelAndView(
                "error/refusal", Map.of("sentence", refusals.sentence(refusal, locale)), Refusals.status(refusal));
    }
}
