package ma.tansiq.notification;

import ma.tansiq.engine.SimulatedData;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes HTML and plain text of a letter. An engine of its own: mail is rendered where there is no request. */
@Component
class LetterRenderer {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final SimulatedData simulated;

    LetterRenderer(MessageSource messages, SimulatedData simulated) {
        this.simulated = simulated;
        engine.setMessageSource(messages);
        engine.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
    }

    String html(Letter letter) {
        return engine.process("letter.html", context(letter));
    }

    String text(Letter letter) {
        return engine.process("letter.txt", context(letter)).strip() + "\n";
    }

    private Context context(Letter letter) {
        Context context = new Context(letter.locale());
        context.setVariable("letter", letter);
        simulated.period().ifPresent(period -> context.setVariable("simulated", period));
        return context;
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String ending) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/notification/");
        resolver.getResolvablePatternSpec().addPattern("*" + ending);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
