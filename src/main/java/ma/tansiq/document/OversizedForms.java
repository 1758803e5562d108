package ma.tansiq.document;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
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
 * Sends whoever submits a form that is too large to be read at all back to the page of that form, which says so ({@link
 * OversizedFormNotice}). Stands before sign-in and form tokens, which read the form. What is a little too large gets
 * through and is refused with the file's name, see {@link Documents#store}.
 */
@Component
@Order(OversizedForms.BEFORE_SIGN_IN)
class OversizedForms extends OncePerRequestFilter {

    static final int BEFORE_SIGN_IN = -110;

    private final DataSize limit;

    OversizedForms(MultipartProperties multipart) {
        this.limit = multipart.getMaxRequestSize();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= limit.toBytes()
                || !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/form-data");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> page = page(request.getHeader(HttpHeaders.REFERER));
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, page.get());
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
