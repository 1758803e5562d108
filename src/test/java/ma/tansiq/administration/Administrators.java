package ma.tansiq.administration;

import java.net.http.HttpResponse;
import java.util.Map;
import ma.tansiq.Browser;
import ma.tansiq.TansiqTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of pages where an administrator is signed in. */
@TansiqTest
abstract class Administrators {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    Browser administrator;

    @BeforeEach
    void signIn() {
        database.sql("delete from sign_in_failure").update();
        administrator = signedIn("admin");
    }

    Browser signedIn(String account) {
        return new Browser(port).signIn(account, "tansiq-demo");
    }

    /** Sends the form that stands on the page to the page's own address. */
    HttpResponse<String> submit(String page, Map<String, String> fields) {
        return administrator.submit(page, page, fields);
    }
}
