package ma.tansiq.committee.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ma.tansiq.committee.body.Scope;
import ma.tansiq.committee.body.Scopes;
import ma.tansiq.document.Incoming;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody who was given a file finds out whether it is the one that was sealed. */
@Controller
@RequestMapping("/coordination/meetings/{reference}/check")
class SealCheckPage {

    private final SealCheck check;
    private final MeetingFiles files;
    private final Scopes scopes;
    private final Accounts accounts;
    private final Refusals refusals;

    SealCheckPage(SealCheck check, MeetingFiles files, Scopes scopes, Accounts accounts, Refusals refusals) {
        this.check = check;
        this.files = files;
        this.scopes = scopes;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @GetMapping
    String form(@PathVariable String reference, Principal reader, Model model) {
        scope(reference, reader, model);
        return "committee/check";
    }

    @PostMapping
    ModelAndView check(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Principal reader,
            Model model,
            Locale locale) {
        Scope scope = scope(reference, reader, model);
        try {
            answer(reference, Uploads.read(file, incoming -> hash(incoming, model)), scope, model);
            return new ModelAndView("committee/check", model.asMap());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusals.sentence(refusal, locale));
            return new ModelAndView("committee/check", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static String hash(Incoming file, Model model) {
        model.addAttribute("fileName", file.name());
        try {
            return SealCheck.hash(file.content());
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private void answer(String reference, String hash, Scope scope, Model model) {
        Optional<SealCheck.Found> found = check.find(hash, scope);
        model.addAttribute("hash", hash);
        model.addAttribute("found", found.orElse(null));
        model.addAttribute(
                "kept", found.isPresent() ? null : check.kept(hash, reference).orElse(null));
        model.addAttribute(
                "names",
                accounts.namesOf(found.map(each -> Set.of(each.signatory())).orElse(Set.of())));
    }

    private Scope scope(String reference, Principal reader, Model model) {
        MeetingFile.Head head =
                files.head(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Scope scope = scopes.of(reader.getName());
        if (!scope.sees(head.body())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("head", head);
        return scope;
    }
}
