package ma.tansiq.committee.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import ma.tansiq.committee.meeting.AttendanceByLink;
import ma.tansiq.engine.Refusal;
import ma.tansiq.engine.Refusals;
import ma.tansiq.identity.People;
import ma.tansiq.identity.WrittenLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the signed links of a convocation lead: who answers what, and one button. Opening it changes nothing, so that a
 * program that looks at the links of a mail answers for nobody. The address says who one is: no other page learns it.
 */
@Controller
@RequestMapping("/attendance/{token}")
class AttendancePage {

    private final AttendanceByLink attendance;
    private final People people;
    private final Refusals refusals;
    private final WrittenLanguage languages;

    AttendancePage(AttendanceByLink attendance, People people, Refusals refusals, WrittenLanguage languages) {
        this.attendance = attendance;
        this.people = people;
        this.refusals = refusals;
        this.languages = languages;
    }

    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            @Nullable Principal reader,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Locale locale = prepare(token, request, response);
        return fill(token, answer, "", reader, locale, model, response);
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String remark,
            @Nullable Principal reader,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Locale locale = prepare(token, request, response);
        String view = fill(token, answer, remark, reader, locale, model, response);
        if (!model.containsAttribute("question")) {
            return view;
        }
        try {
            attendance.answer(token, name(reader), answer, remark);
            model.addAttribute("done", answer);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusals.sentence(refusal, locale));
        }
        return view;
    }

    /** The link's owner reads it in the language of the mail, and nothing tells other sites the address. */
    private Locale prepare(String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        return languages.of(attendance.owner(token).flatMap(people::find), request);
    }

    private String fill(
            String token,
            String answer,
            String remark,
            @Nullable Principal reader,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("token", token);
        model.addAttribute("answer", answer);
        model.addAttribute("remark", remark);
        try {
            AttendanceByLink.Question question = attendance.question(token, name(reader));
            model.addAttribute("question", question);
            model.addAttribute("body", attendance.bodyName(question.meeting().reference(), locale));
            model.addAttribute("person", people.nameOf(question.account()));
            String absent = question.absent();
            model.addAttribute("absent", absent == null ? null : people.nameOf(absent));
        } catch (Refusal refusal) {
            response.setStatus(status(refusal).value());
            model.addAttribute("ended", refusals.sentence(refusal, locale));
        }
        return "committee/attendance";
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal.messageKey()) {
            case "refusal.committee.link.wrong" -> HttpStatus.NOT_FOUND;
            case "refusal.committee.link.ofAnother" -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.GONE;
        };
    }

    private static @Nullable String name(@Nullable Principal reader) {
        return reader == null ? null : reader.getName();
    }
}
