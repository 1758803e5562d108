package ma.tansiq.demonstration;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.tansiq.engine.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows coordinators and administrators of the default start what the in-process mail server received. */
@Controller
@Profile("demonstration")
@ConditionalOnProperty(name = "spring.mail.host", havingValue = MailServer.LOOPBACK)
@RequestMapping("/demo/mailbox")
class MailboxPage {

    private static final int SHOWN = 200;
    private static final Set<String> READERS = Set.of("coordinator", "camunda-admin");
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final Mailbox mailbox;
    private final Acting acting;

    MailboxPage(Mailbox mailbox, Acting acting) {
        this.mailbox = mailbox;
        this.acting = acting;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String to, @Nullable Principal reader, Model model) {
        requireReader(reader);
        List<ReceivedMail> mails = to.isBlank() ? mailbox.all() : mailbox.of(to.strip());
        model.addAttribute("to", to.strip());
        model.addAttribute("recipients", mailbox.recipients());
        model.addAttribute("count", mails.size());
        model.addAttribute("mails", mails.stream().limit(SHOWN).toList());
        return "demonstration/mailbox";
    }

    @GetMapping("/{number}")
    String one(@PathVariable long number, @Nullable Principal reader, Model model) {
        ReceivedMessage message = required(number, reader);
        model.addAttribute("summary", message.summary());
        model.addAttribute("text", message.text().orElse(null));
        model.addAttribute("html", message.html().isPresent());
        model.addAttribute("invitation", message.invitation().orElse(null));
        model.addAttribute("attachments", message.attachments());
        return "demonstration/message";
    }

    /** The HTML part without scripts and requests, framed by the message's page. */
    @GetMapping("/{number}/html")
    ResponseEntity<String> html(@PathVariable long number, @Nullable Principal reader, HttpServletResponse response) {
        String html = required(number, reader).html().orElse("");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src " + hashes(html)
                        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    @GetMapping("/{number}/attachments/{index}")
    ResponseEntity<byte[]> attachment(@PathVariable long number, @PathVariable int index, @Nullable Principal reader) {
        ReceivedMessage message = required(number, reader);
        List<String> names = message.attachments();
        if (index < 0 || index >= names.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(names.get(index), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(message.attachment(index));
    }

    private ReceivedMessage required(long number, @Nullable Principal reader) {
        requireReader(reader);
        return mailbox.open(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void requireReader(@Nullable Principal reader) {
        if (reader == null || acting.groupsOf(reader.getName()).stream().noneMatch(READERS::contains)) {
            throw new AccessDeniedException("the mailbox is read by coordinators and administrators");
        }
    }

    private static String hashes(String html) {
        return STYLE.matcher(html)
                .results()
                .map(style -> sha256(style.group(1)))
                .collect(Collectors.joining(" "));
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
