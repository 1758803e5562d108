package ma.tansiq.grant.call;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.tansiq.engine.Problems;
import ma.tansiq.grant.envelope.Dirhams;

/**
 * What a call says (rule E1).
 *
 * @param programmes numbers of the programmes that it serves
 * @param domains in French, as the call names them
 * @param regions in French, as the call names them; empty for the whole kingdom
 * @param ceiling most that a project may ask for
 * @param cap most that one association receives under this call
 * @param opensAt first instant of the window
 * @param closesAt last instant of the window: it belongs to it
 * @param passMark points of 100 below which no project is recommended
 * @param shares of the instalments in percent, 100 in all; empty for what {@code InstalmentPlan.dmn} says
 */
public record CallTerms(
        String titleFr,
        String titleAr,
        String textFr,
        String textAr,
        List<Integer> programmes,
        List<String> domains,
        List<String> regions,
        Dirhams envelope,
        Dirhams ceiling,
        Dirhams cap,
        Instant opensAt,
        Instant closesAt,
        List<RequiredDocument> documents,
        List<Criterion> grid,
        int passMark,
        List<Integer> shares) {

    private static final int HUNDRED = 100;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,30}");

    /** In Arabic for readers of Arabic, otherwise in French: calls are published in these two (rule E1). */
    static String of(Locale language, String french, String arabic) {
        return language.getLanguage().equals("ar") ? arabic : french;
    }

    public String title(Locale language) {
        return of(language, titleFr, titleAr);
    }

    public String text(Locale language) {
        return of(language, textFr, textAr);
    }

    /** All that is wrong with it, whoever drafts it is told at once. */
    void check(Instant now) {
        Problems problems = new Problems();
        require(problems, opensAt.isBefore(closesAt), "window");
        require(problems, closesAt.isAfter(now), "closingPast");
        require(problems, !envelope.isZero() && !ceiling.isZero(), "nothing");
        require(problems, !ceiling.isMoreThan(envelope), "ceiling");
        require(problems, !cap.isMoreThan(envelope) && !ceiling.isMoreThan(cap), "cap");
        require(problems, !documents.isEmpty(), "checklist");
        require(problems, codes(documents.stream().map(RequiredDocument::code), documents.size()), "documentCodes");
        require(problems, grid.stream().mapToInt(Criterion::weight).sum() == HUNDRED, "weights");
        require(problems, codes(grid.stream().map(Criterion::code), grid.size()), "criterionCodes");
        require(problems, passMark >= 0 && passMark <= HUNDRED, "passMark");
        require(
                problems,
                shares.isEmpty()
                        || shares.stream().allMatch(each -> each > 0)
                                && shares.stream().mapToInt(each -> each).sum() == HUNDRED,
                "shares");
        problems.refuse();
    }

    private static boolean codes(Stream<String> codes, int many) {
        Set<String> different =
                new HashSet<>(codes.filter(each -> CODE.matcher(each).matches()).toList());
        return different.size() == many;
    }

    private static void require(Problems problems, boolean right, String otherwise) {
        if (!right) {
            problems.add(CallRefusal.because(otherwise));
        }
    }
}
