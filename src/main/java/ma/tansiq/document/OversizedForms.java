package ma.tansiq.document;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends whoever submits a form that is too large to be read at all back to the page of that form, which says so and has
 * kept what was typed before the file ({@link OversizedFormNotice}). The rest is passed over for some seconds, so that a
 * browser reads the answer before the connection ends; nothing is read for minutes. A form whose length nobody says is
 * refused. Stands before sign-in and form tokens, which read the form. What is a little too large gets through and is
 * refused with the file's name, see {@link Documents#store}.
 */
@Component
@Order(OversizedForms.BEFORE_SIGN_IN)
class OversizedForms extends OncePerRequestFilter {

    static final int BEFORE_SIGN_IN = -110;

    private static final long MOST_PASSED_OVER = DataSize.ofMegabytes(256).toBytes();
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int CHUNK = 1 << 16;

    private final DataSize limit;

    OversizedForms(MultipartProperties multipart) {
        this.limit = multipart.getMaxRequestSize();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return (length >= 0 && length <= limit.toBytes())
                || !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/form-data");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
            return;
        }
        Optional<String> page = page(request.getHeader(HttpHeaders.REFERER));
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            keepTyped(request);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, page.get());
            response.flushBuffer();
        }
        passOver(request.getInputStream());
    }

    /** Only what a page of this site sent, for whoever has a session: nobody else fills in forms. */
    private static void keepTyped(HttpServletRequest request) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isOurs(request)) {
            Map<String, String> typed = TypedFields.before(request.getInputStream(), request.getContentType());
            session.setAttribute(OversizedFormNotice.TYPED, typed);
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        try {
            return host != null
                    && host.equals(
                            URI.create(request.getHeader(HttpHeaders.REFERER)).getRawAuthority());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static void passOver(InputStream rest) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long started = System.nanoTime();
        for (long passed = 0; passed < MOST_PASSED_OVER && System.nanoTime() - started < LONGEST_NANOS; ) {
            int read = rest.read(chunk);
            if (read < 0) {
                return;
            }
            passed += read;
        }
    }

    /** The address of the form's page on this site, wherever the link comes from. */
    private static Optional<String> page(@Nullable String referrer) {
        try {
            return Optional.ofNullable(referrer)
                    .map(each -> URI.create(each).getRawPath())
                    .filter(path -> path.startsWith("/") && !path.startsWith("//"))
                    .map(path -> UriComponentsBuilder.fromPath(path)
                            .queryParam(OversizedFormNotice.PARAMETER)
                            .build()
                            .toUriString());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
