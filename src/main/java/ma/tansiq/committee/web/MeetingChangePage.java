package ma.tansiq.committee.web;

import java.security.Principal;
import java.util.Locale;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingSlots;
import ma.tansiq.engine.Conflict;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a secretary or chair moves a session or calls the meeting off; what was typed survives a refusal. */
@Controller
@RequestMapping("/coordination/meetings/{reference}")
class MeetingChangePage {

    private final MeetingManagement meetings;
    private final MeetingHeads heads;
    private final MeetingSlots slots;
    private final Refusals refusals;
    private final TransactionTemplate transaction;

    MeetingChangePage(
            MeetingManagement meetings,
            MeetingHeads heads,
            MeetingSlots slots,
            Refusals refusals,
            TransactionTemplate transaction) {
        this.meetings = meetings;
        this.heads = heads;
        this.slots = slots;
        this.refusals = refusals;
        this.transaction = transaction;
    }

    @GetMapping("/reschedule")
    String rescheduleForm(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String slot,
            Principal reader,
            Model model) {
        MeetingChange now = MeetingChange.of(heads.forSecretaryOrChair(reference, reader));
        MeetingChange change = slots.of(reference).stream()
                .filter(each -> each.value().equals(slot))
                .findFirst()
                .map(now::at)
                .orElse(now);
        return form("reschedule", change, reference, reader, model);
    }

    @PostMapping("/reschedule")
    ModelAndView reschedule(
            @PathVariable String reference,
            @ModelAttribute MeetingChange change,
            Principal by,
            Model model,
            Locale locale) {
        try {
            whenSeen(
                    reference,
                    change,
                    () -> meetings.reschedule(reference, change.plan(), change.reasonText(), by.getName()));
            return done(reference, "rescheduled");
        } catch (Refusal refusal) {
            return again("reschedule", change, refusal, reference, by, model, locale);
        }
    }

    @GetMapping("/cancel")
    String cancelForm(@PathVariable String reference, Principal reader, Model model) {
        return form("cancel", MeetingChange.of(heads.forSecretaryOrChair(reference, reader)), reference, reader, model);
    }

    @PostMapping("/cancel")
    ModelAndView cancel(
            @PathVariable String reference,
            @ModelAttribute MeetingChange change,
            Principal by,
            Model model,
            Locale locale) {
        try {
            whenSeen(reference, change, () -> meetings.cancel(reference, change.reasonText(), by.getName()));
            return done(reference, "cancelled");
        } catch (Refusal refusal) {
            return again("cancel", change, refusal, reference, by, model, locale);
        }
    }

    private void whenSeen(String reference, MeetingChange change, Runnable act) {
        transaction.executeWithoutResult(status -> {
            meetings.requireSeen(reference, change.seenNumber());
            act.run();
        });
    }

    /** Whoever was overtaken sees the meeting as it is now, and may send what they typed for that one. */
    private ModelAndView again(
            String act,
            MeetingChange change,
            Refusal refusal,
            String reference,
            Principal reader,
            Model model,
            Locale locale) {
        MeetingChange next =
                refusal instanceof Conflict ? change.seeing(heads.forSecretaryOrChair(reference, reader)) : change;
        return refusals.again(form(act, next, reference, reader, model), refusal, model, locale);
    }

    private String form(String act, MeetingChange change, String reference, Principal reader, Model model) {
        MeetingFile.Head head = heads.forSecretaryOrChair(reference, reader);
        model.addAttribute("head", head);
        if (act.equals("reschedule") && head.isConvened()) {
            model.addAttribute("slots", slots.of(reference));
        }
        model.addAttribute("change", change);
        return "committee/" + act;
    }

    private static ModelAndView done(String reference, String what) {
        return new ModelAndView("redirect:/coordination/meetings/" + reference + "?done=" + what);
    }
}
