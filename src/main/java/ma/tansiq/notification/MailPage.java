package ma.tansiq.notification;

import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox: what was sent to whom, what waits and why, and the way to send it again. */
@Controller
@RequestMapping("/coordination/mail")
class MailPage {

    private final SentMail mails;
    private final Outbox outbox;
    private final Recipients recipients;
    private final MailAccess access;

    MailPage(SentMail mails, Outbox outbox, Recipients recipients, MailAccess access) {
        this.mails = mails;
        this.outbox = outbox;
        this.recipients = recipients;
        this.access = access;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "1") String page,
            @Nullable Principal reader,
            Model model) {
        access.requireReader(reader);
        MailFilter filter = MailFilter.of(state, template, recipient, reference, page);
        long count = mails.count(filter);
        model.addAttribute("filter", filter);
        model.addAttribute("mails", mails.page(filter));
        model.addAttribute("count", count);
        model.addAttribute("pages", Math.max(1, (count + SentMail.PAGE_SIZE - 1) / SentMail.PAGE_SIZE));
        model.addAttribute("counts", mails.counts());
        model.addAttribute("states", MailState.values());
        model.addAttribute("templates", Template.values());
        model.addAttribute("mayRetry", access.mayRetry(reader));
        model.addAttribute("failed", outbox.countFailed());
        return "notification/mails";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @Nullable Principal reader, Model model) {
        access.requireReader(reader);
        Mail mail = required(id);
        model.addAttribute("mail", mail);
        model.addAttribute("enclosures", outbox.enclosures(id));
        model.addAttribute("mayRetry", access.mayRetry(reader) && mail.state() != MailState.SENT);
        return "notification/mail";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable UUID id, @Nullable Principal keeper, RedirectAttributes after) {
        access.requireKeeper(keeper);
        boolean due = retry(required(id));
        after.addFlashAttribute("done", due ? "mail.page.retried" : "mail.page.retry-late");
        return "redirect:/coordination/mail/" + id;
    }

    @PostMapping("/retry")
    String retryAll(@Nullable Principal keeper, RedirectAttributes after) {
        access.requireKeeper(keeper);
        outbox.failed().forEach(this::retry);
        after.addFlashAttribute("done", "mail.page.all-retried");
        return "redirect:/coordination/mail";
    }

    private boolean retry(Mail mail) {
        return outbox.retry(mail.id(), recipients.of(mail.recipient()).address());
    }

    private Mail required(UUID id) {
        return mails.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
