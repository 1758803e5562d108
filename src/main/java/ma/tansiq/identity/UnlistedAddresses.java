package ma.tansiq.identity;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Decides about an address without a rule: a page that exists is denied to everybody until somebody writes its rule; one
 * that does not may say so.
 */
@Component
class UnlistedAddresses implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> pages;

    UnlistedAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.pages = pages;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(!exists(context));
    }

    private boolean exists(RequestAuthorizationContext context) {
        try {
            return pages.getObject().getHandler(context.getRequest()) != null;
        } catch (Exception e) {
            return !(e instanceof org.springframework.web.HttpRequestMethodNotSupportedException);
        }
    }
}
