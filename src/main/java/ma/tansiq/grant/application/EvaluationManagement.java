package ma.tansiq.grant.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ma.tansiq.calendar.WorkingDays;
import ma.tansiq.engine.Account;
import ma.tansiq.engine.Accounts;
import ma.tansiq.engine.DecisionTables;
import ma.tansiq.engine.Problems;
import ma.tansiq.grant.call.Call;
import ma.tansiq.grant.call.Calls;
import ma.tansiq.grant.call.Criterion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two evaluators who see nothing of each other, a third when they are far apart, another for whoever falls out (rule E4). */
@Component
@Transactional
class EvaluationManagement {

    private final Applications applications;
    private final Evaluations evaluations;
    private final Calls calls;
    private final Accounts accounts;
    private final DecisionTables tables;
    private final WorkingDays workingDays;
    private final Clock clock;

    EvaluationManagement(
            Applications applications,
            Evaluations evaluations,
            Calls calls,
            Accounts accounts,
            DecisionTables tables,
            WorkingDays workingDays,
            Clock clock) {
        this.applications = applications;
        this.evaluations = evaluations;
        this.calls = calls;
        this.accounts = accounts;
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** How many evaluators are still to be found; none once two are close, or three are in. */
    int needed(Application file) {
        List<Evaluation> asked = evaluations.of(file.id());
        List<Integer> totals = asked.stream()
                .filter(each -> each.status() == Evaluation.Status.IN)
                .map(Evaluation::total)
                .toList();
        long awaited = asked.stream()
                .filter(each -> each.status() == Evaluation.Status.AWAITED)
                .count();
        int usual = rule(file, "evaluators");
        boolean apart = totals.size() >= usual && Math.abs(totals.get(0) - totals.get(1)) > rule(file, "divergence");
        return Math.max(0, usual + (apart ? 1 : 0) - totals.size() - (int) awaited);
    }

    /** Whoever evaluates and was not asked about this file before. */
    List<Account> choices(Application file) {
        Set<String> asked =
                evaluations.of(file.id()).stream().map(Evaluation::evaluator).collect(Collectors.toSet());
        return accounts.membersOf("grant-evaluator").stream()
                .filter(each -> !asked.contains(each.id()))
                .toList();
    }

    void assign(String reference, List<String> chosen, String by) {
        Application file = applications.toChange(reference);
        file.require(Application.Status.ADMISSIBLE);
        Set<String> different = new HashSet<>(chosen);
        int needed = needed(file);
        if (different.size() != chosen.size() || different.size() != needed) {
            throw ApplicationRefusal.because("evaluators", needed);
        }
        Set<String> free = choices(file).stream().map(Account::id).collect(Collectors.toSet());
        if (!free.containsAll(different)) {
            throw ApplicationRefusal.because("noEvaluator");
        }
        chosen.forEach(each -> evaluations.ask(file.id(), each, by, clock.instant()));
    }

    /** Accounts of those whose answer is awaited. */
    List<String> awaited(Application file) {
        return evaluations.of(file.id()).stream()
                .filter(each -> each.status() == Evaluation.Status.AWAITED)
                .map(Evaluation::evaluator)
                .toList();
    }

    void evaluate(String reference, String evaluator, List<Evaluation.Score> scores, String remark) {
        Application file = applications.toChange(reference);
        check(calls.required(file.call()), scores);
        answer(file, new Evaluation(evaluator, Evaluation.Status.IN, scores, remark));
    }

    private static void check(Call call, List<Evaluation.Score> scores) {
        Problems problems = new Problems();
        for (Criterion criterion : call.terms().grid()) {
            List<Evaluation.Score> given = scores.stream()
                    .filter(each -> each.code().equals(criterion.code()))
                    .toList();
            if (given.size() != 1 || given.get(0).points() > criterion.weight()) {
                problems.add(ApplicationRefusal.because("points", criterion.labelFr(), criterion.weight()));
            }
        }
        if (scores.size() > call.terms().grid().size()) {
            problems.add(ApplicationRefusal.because("criteria"));
        }
        problems.refuse();
    }

    /** A conflict of interest is declared: the file goes to somebody else. */
    void recuse(String reference, String evaluator, String motive) {
        answer(
                applications.toChange(reference),
                new Evaluation(evaluator, Evaluation.Status.RECUSED, List.of(), motive));
    }

    private void answer(Application file, Evaluation answered) {
        file.require(Application.Status.ADMISSIBLE);
        if (!awaited(file).contains(answered.evaluator())) {
            throw ApplicationRefusal.because("notAsked", file.reference().orElseThrow());
        }
        evaluations.answer(file.id(), answered, clock.instant());
        if (needed(file) == 0 && awaited(file).isEmpty()) {
            file.evaluated();
            applications.save(file);
        }
    }

    /** The cut-off has passed: whoever has not answered is replaced. */
    void replaceLate(String reference) {
        Application file = applications.toChange(reference);
        awaited(file)
                .forEach(each -> evaluations.answer(
                        file.id(), new Evaluation(each, Evaluation.Status.REPLACED, List.of(), null), clock.instant()));
    }

    /** For those who are asked now. */
    Instant cutOff(Application file) {
        return workingDays.close(workingDays.plus(LocalDate.now(clock), rule(file, "cutOff")));
    }

    private int rule(Application file, String column) {
        String kind = calls.required(file.call()).kind().name();
        Object value =
                tables.evaluate("EvaluationRules", Map.of("kind", kind)).get(0).get(column);
        return (Integer) Objects.requireNonNull(value);
    }
}
