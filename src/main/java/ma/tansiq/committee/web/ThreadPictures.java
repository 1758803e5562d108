package ma.tansiq.committee.web;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import ma.tansiq.committee.body.Body;
import ma.tansiq.identity.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the threads of matters for their readers; nothing of it is a title, so that who sees the page sees no more. */
@Component
class ThreadPictures {

    private final MessageSource messages;
    private final Clock clock;

    ThreadPictures(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    ThreadPicture of(MatterFile file, Collection<Body> bodies, Locale locale) {
        boolean rightToLeft =
                Language.of(locale.toLanguageTag()).map(Language::rightToLeft).orElse(false);
        return new ThreadDrawing(file, bodies, new ThreadWords(messages, locale, clock), rightToLeft).drawn();
    }
}
