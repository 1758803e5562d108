package ma.tansiq;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser as far as HTTP goes: keeps cookies, finds the token of a form, follows no redirect by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final String BOUNDARY = "----------TansiqTest";

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Browser(int port) {
        this.site = "http://localhost:" + port;
    }

    /** Signs in through the form. */
    public Browser signIn(String account, String password) {
        submit("/login", "/login", Map.of("username", account, "password", password));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Opens the page that has the form, then sends these fields to the address with the form's token. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        return submitForm(
                page,
                action,
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    /** As {@link #submit}, the fields as they are sent, where one has several values. */
    public HttpResponse<String> submitForm(String page, String action, String form) {
        Matcher token = TOKEN.matcher(get(page).body());
        String body = token.find() ? form + "&_csrf=" + encode(token.group(1)) : form;
        return send(request(action)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As {@link #submit}, with one file in the field {@code file}. */
    public HttpResponse<String> upload(String page, String action, String name, String type, byte[] content) {
        return upload(page, action, Map.of(), new Upload("file", name, type, content));
    }

    /** A file in the field of that name. */
    public record Upload(String field, String name, String type, byte[] content) {}

    /** As {@link #submit}, the fields before the file. */
    public HttpResponse<String> upload(String page, String action, Map<String, String> fields, Upload file) {
        return send(multipart(page, action).POST(HttpRequest.BodyPublishers.ofByteArray(form(page, fields, file))));
    }

    /** As {@link #upload(String, String, String, String, byte[])}, in chunks, without saying how much will come. */
    public HttpResponse<String> uploadOfUnknownLength(String page, String action, String name, byte[] content) {
        byte[] form = form(page, Map.of(), new Upload("file", name, "application/pdf", content));
        return send(multipart(page, action)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
    }

    private HttpRequest.Builder multipart(String page, String action) {
        return request(action)
                .header("Accept", "text/html")
                .header("Referer", site + page)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private byte[] form(String page, Map<String, String> fields, Upload file) {
        Matcher token = TOKEN.matcher(get(page).body());
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        write(form, field("_csrf") + "\r\n\r\n" + (token.find() ? token.group(1) : "") + "\r\n");
        fields.forEach((name, value) -> write(form, field(name) + "\r\n\r\n" + value + "\r\n"));
        write(
                form,
                field(file.field()) + "; filename=\"" + file.name() + "\"\r\nContent-Type: " + file.type()
                        + "\r\n\r\n");
        form.writeBytes(file.content());
        write(form, "\r\n--" + BOUNDARY + "--\r\n");
        return form.toByteArray();
    }

    private static String field(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Calls the engine's API as Tasklist does; {@code path} continues {@code /camunda/api/engine/engine/default/}. */
    public HttpResponse<String> engine(String method, String path, String json) {
        return api(method, "/camunda/api/engine/engine/default/" + path, json);
    }

    /** Calls any address below {@code /camunda/api} with the token that Tasklist would send. */
    public HttpResponse<String> api(String method, String path, String json) {
        if (token().isEmpty()) {
            get("/camunda/app/tasklist/default/");
        }
        return send(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token())
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json)));
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site + path)).header("Accept-Language", "fr");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
