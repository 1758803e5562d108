package ma.tansiq.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A browser that asks for what is not there, or asks wrongly, gets a page of {@code templates/error}; a program gets problem details. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    @ExceptionHandler(
            exception = {
                NoResourceFoundException.class,
                HttpRequestMethodNotSupportedException.class,
                HttpMediaTypeNotSupportedException.class,
                ServletRequestBindingException.class,
                MethodArgumentNotValidException.class,
                HandlerMethodValidationException.class,
                MaxUploadSizeExceededException.class,
                ErrorResponseException.class
            },
            produces = MediaType.TEXT_HTML_VALUE)
    void show(Exception refused, HttpServletResponse response) throws IOException {
        response.sendError(((ErrorResponse) refused).getStatusCode().value());
    }

    /** A number, date or identifier in the address that is none. */
    @ExceptionHandler(exception = MethodArgumentTypeMismatchException.class, produces = MediaType.TEXT_HTML_VALUE)
    void showMissing(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
