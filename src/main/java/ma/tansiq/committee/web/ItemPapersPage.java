package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.tansiq.committee.paper.MatterFiling;
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

/** Where whoever proposed a matter, or the secretary, files papers with it and withdraws a wrong one. */
@Controller
@RequestMapping("/coordination/meetings/{reference}/papers/{matter}")
class ItemPapersPage {

    private static final Set<String> DONE = Set.of("added", "withdrawn");

    private final MatterFiling filing;
    private final ItemPapers papers;
    private final MeetingFiles files;
    private final Offered offered;
    private final Accounts accounts;
    private final Refusals refusals;

    ItemPapersPage(
            MatterFiling filing,
            ItemPapers papers,
            MeetingFiles files,
            Offered offered,
            Accounts accounts,
            Refusals refusals) {
        this.filing = filing;
        this.papers = papers;
        this.files = files;
        this.offered = offered;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @GetMapping
    String show(
            @PathVariable String reference,
            @PathVariable String matter,
            @RequestParam(defaultValue = "") String done,
            Principal reader,
            Model model) {
        model.addAttribute("done", DONE.contains(done) ? done : null);
        return fill(reference, matter, reader.getName(), model);
    }

    @PostMapping
    ModelAndView attach(
            @PathVariable String reference,
            @PathVariable String matter,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Principal by,
            Model model,
            Locale locale) {
        String view = fill(reference, matter, by.getName(), model);
        try {
            Uploads.pass(file, incoming -> filing.attach(reference, matter, incoming, by.getName()));
            return done(reference, matter, "added");
        } catch (Refusal refusal) {
            return refusals.again(view, refusal, model, locale);
        }
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String reference,
            @PathVariable String matter,
            @RequestParam UUID document,
            Principal by,
            Model model,
            Locale locale) {
        String view = fill(reference, matter, by.getName(), model);
        try {
            filing.withdraw(reference, matter, document, by.getName());
            return done(reference, matter, "withdrawn");
        } catch (Refusal refusal) {
            return refusals.again(view, refusal, model, locale);
        }
    }

    private String fill(String reference, String matter, String reader, Model model) {
        MeetingFile.Head head =
                files.head(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ItemPapers.Item item = papers.items(reference).stream()
                .filter(each -> each.matter().equals(matter))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!offered.filing(head, item, reader)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<ItemPapers.Paper> filed = papers.of(List.of(matter)).getOrDefault(matter, List.of());
        model.addAttribute("head", head);
        model.addAttribute("item", item);
        model.addAttribute("papers", filed);
        model.addAttribute(
                "names",
                accounts.namesOf(filed.stream().map(ItemPapers.Paper::addedBy).collect(Collectors.toSet())));
        return "committee/papers";
    }

    private static ModelAndView done(String reference, String matter, String what) {
        return new ModelAndView(
                "redirect:/coordination/meetings/%s/papers/%s?done=%s".formatted(reference, matter, what));
    }
}
