package ma.tansiq.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The parts of one mail, exactly as they were sent. */
@Controller
@RequestMapping("/coordination/mail/{id}")
class MailContentPage {

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final SentMail mails;
    private final Outbox outbox;
    private final Papers papers;
    private final MailAccess access;

    MailContentPage(SentMail mails, Outbox outbox, Papers papers, MailAccess access) {
        this.mails = mails;
        this.outbox = outbox;
        this.papers = papers;
        this.access = access;
    }

    /** The HTML part, framed by the mail's page: no script, no request, only the mail's own style. */
    @GetMapping("/html")
    ResponseEntity<String> html(@PathVariable UUID id, @Nullable Principal reader, HttpServletResponse response) {
        String html = required(id, reader).bodyHtml();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src " + styleHash(html)
                        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    @GetMapping("/invitation")
    ResponseEntity<byte[]> invitation(@PathVariable UUID id, @Nullable Principal reader) {
        Mail mail = required(id, reader);
        String invitation = mail.invitation();
        if (invitation == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return file(invitation.getBytes(StandardCharsets.UTF_8), "text/calendar", mail.reference() + ".ics");
    }

    @GetMapping("/attachments/{document}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable UUID document, @Nullable Principal reader) {
        required(id, reader);
        Mail.Enclosure enclosure = outbox.enclosures(id).stream()
                .filter(each -> each.document().equals(document))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Papers.Paper paper = paper(document);
        return file(paper.content().getByteArray(), paper.mediaType(), enclosure.fileName() + paper.ending());
    }

    private Papers.Paper paper(UUID document) {
        try {
            return papers.open(document);
        } catch (UnsendableException missing) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, missing.getMessage(), missing);
        }
    }

    private Mail required(UUID id, @Nullable Principal reader) {
        access.requireReader(reader);
        return mails.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .contentType(MediaType.parseMediaType(type))
                .body(content);
    }

    private static String styleHash(String html) {
        Matcher style = STYLE.matcher(html);
        List<String> hashes =
                style.results().map(found -> sha256(found.group(1))).toList();
        return hashes.isEmpty() ? "'none'" : String.join(" ", hashes);
    }

    private static String sha256(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
