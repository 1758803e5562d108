package ma.tansiq.engine;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Finds the refusal behind an error, and its sentence in a language. */
@Component
public class Refusals {

    private static final int MOST_LISTED = 8;

    /** PostgreSQL's code for whoever had to give way. */
    private static final String DEADLOCK = "40P01";

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    /** What to tell the person, in that language, else in French. */
    public String sentence(Refusal refusal, Locale locale) {
        String sentence = messages.getMessage(refusal.messageKey(), refusal.arguments(), locale);
        return refusal instanceof SeveralRefused several ? sentence + listed(several.each(), locale) : sentence;
    }

    /**
     * The page again, with the sentence under {@code refusal}, for another try: 409 when somebody else was faster, 422
     * otherwise.
     */
    public ModelAndView again(String view, Refusal refusal, Model model, Locale locale) {
        model.addAttribute("refusal", sentence(refusal, locale));
        return new ModelAndView(view, model.asMap(), status(refusal));
    }

    static HttpStatus status(Refusal refusal) {
        return refusal instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    /** One a line; who left a long list empty is not read all of it. */
    private String listed(List<Refusal> refusals, Locale locale) {
        String lines = refusals.stream()
                .limit(MOST_LISTED)
                .map(each -> "\n• " + sentence(each, locale))
                .collect(Collectors.joining());
        int more = refusals.size() - MOST_LISTED;
        return more <= 0
                ? lines
                : lines + "\n" + messages.getMessage("refusal.engine.more", new Object[] {more}, locale);
    }

    /** The refusal among the causes of that error, also when the engine says it in its own way. */
    public static Optional<Refusal> in(Throwable error) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
            Refusal refusal = refusal(cause);
            if (refusal != null) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Refusal refusal(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (isOvertaken(cause)) {
            return Conflict.changedMeanwhile();
        }
        boolean missing = cause instanceof NullValueException || cause instanceof NotFoundException;
        return missing && String.valueOf(cause.getMessage()).contains("Cannot find task") ? Conflict.taskGone() : null;
    }

    private static boolean isOvertaken(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof TaskAlreadyClaimedException
                || (cause instanceof SQLException refused && DEADLOCK.equals(refused.getSQLState()));
    }
}
