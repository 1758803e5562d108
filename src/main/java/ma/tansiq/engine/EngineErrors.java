package ma.tansiq.engine;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Answers of the engine's REST API to requests that a rule refuses: 422 or, when somebody was faster, 409, with the
 * sentence that Tasklist shows. Other errors are answered as the engine does.
 */
public abstract class EngineErrors<T extends Throwable> implements ExceptionMapper<T> {

    @Context
    private @Nullable ServletContext servletContext;

    static void install() {
        Set<Class<?>> classes = CamundaRestResources.getConfigurationClasses();
        classes.removeAll(
                List.of(RestExceptionHandler.class, ProcessEngineExceptionHandler.class, ExceptionHandler.class));
        classes.addAll(List.of(OfRest.class, OfEngine.class, OfAnything.class));
    }

    @Override
    public Response toResponse(T error) {
        return Refusals.in(error)
                .map(this::refused)
                .orElseGet(() -> ExceptionHandlerHelper.getInstance().getResponse(error));
    }

    private Response refused(Refusal refusal) {
        ExceptionDto body = new ExceptionDto();
        body.setType(refusal.getClass().getSimpleName());
        body.setMessage(refusals().sentence(refusal, LocaleContextHolder.getLocale()));
        return Response.status(refusal instanceof Conflict ? 409 : 422)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    private Refusals refusals() {
        if (servletContext == null) {
            throw new IllegalStateException("outside a servlet container");
        }
        return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(Refusals.class);
    }

    /** For errors that the REST API wrapped. */
    public static final class OfRest extends EngineErrors<RestException> {}

    /** For errors that come from the engine as they are. */
    public static final class OfEngine extends EngineErrors<ProcessEngineException> {}

    /** For everything else, our refusals among it. */
    public static final class OfAnything extends EngineErrors<Throwable> {}
}
