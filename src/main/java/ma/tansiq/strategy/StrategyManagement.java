package ma.tansiq.strategy;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import ma.tansiq.engine.Problems;
import ma.tansiq.engine.Texts;
import ma.tansiq.identity.AdminChanges;
import ma.tansiq.strategy.StrategyEntry.Field;
import ma.tansiq.strategy.StrategyEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filling in, correcting and confirming what the strategy's file brought. Every change names its source or reason and
 * is on record field by field; the file never overwrites it, for it only adds entries that are not there.
 */
@Component
@Transactional
public class StrategyManagement {

    private static final int LONGEST_REASON = 500;

    private final StrategyEntries entries;
    private final StrategyRules rules;
    private final AdminChanges changes;

    StrategyManagement(StrategyEntries entries, StrategyRules rules, AdminChanges changes) {
        this.entries = entries;
        this.rules = rules;
        this.changes = changes;
    }

    /**
     * Saves what was typed. An entry without its French name is unknown; one that nobody confirms stays as unsure as it
     * was, or becomes an assumption.
     *
     * @throws StrategyConflict when somebody else changed the entry since its form was opened
     */
    public void change(Kind kind, String key, StrategyEdit edit, String by) {
        StrategyEntry held = entries.lock(kind, key).orElseThrow(() -> StrategyRefusal.unknownEntry(key));
        if (held.version() != edit.seen()) {
            throw new StrategyConflict(key);
        }
        Problems problems = new Problems();
        Map<String, String> values = rules.checked(kind, key, edit.values(), problems);
        problems.check(() -> checkedReason(edit.reason()));
        problems.refuse();
        String reason = checkedReason(edit.reason());
        StrategyEntry wanted = new StrategyEntry(
                kind,
                key,
                held.version(),
                confidence(held, values, edit.sure()),
                leadConfidence(held, values, edit.leadSure()),
                values);
        if (wanted.equals(held)) {
            throw StrategyRefusal.nothingChanged();
        }
        entries.update(wanted);
        record(held, wanted, reason, by);
    }

    private void record(StrategyEntry before, StrategyEntry after, String reason, String by) {
        Recorder recorder =
                (what, value) -> record(by, before.subject(), what, value.apply(before), value.apply(after), reason);
        before.kind().fields().stream()
                .map(Field::column)
                .forEach(column -> recorder.record(column, entry -> entry.value(column)));
        recorder.record("confidence", entry -> entry.confidence().name());
        recorder.record(
                "lead_confidence",
                entry -> Optional.ofNullable(entry.leadConfidence())
                        .map(Confidence::name)
                        .orElse(""));
    }

    private interface Recorder {
        void record(String what, Function<StrategyEntry, String> value);
    }

    private void record(String by, String subject, String what, String before, String after, String reason) {
        if (!before.equals(after)) {
            changes.add(by, subject, what, orNull(before), orNull(after), reason);
        }
    }

    private static Confidence confidence(StrategyEntry held, Map<String, String> values, boolean sure) {
        String title = held.kind().title();
        if (values.getOrDefault(title, "").isEmpty()) {
            if (sure) {
                throw StrategyRefusal.nothingToConfirm();
            }
            return Confidence.UNKNOWN;
        }
        return since(held.confidence(), sure, !values.equals(held.values()));
    }

    private static @Nullable Confidence leadConfidence(StrategyEntry held, Map<String, String> values, boolean sure) {
        Confidence before = held.leadConfidence();
        if (before == null) {
            return null;
        }
        if (values.getOrDefault("lead", "").isEmpty()) {
            return Confidence.UNKNOWN;
        }
        return since(
                before, sure, !Objects.equals(values.get("lead"), held.values().get("lead")));
    }

    /** How sure something is now that somebody edited it. */
    private static Confidence since(Confidence before, boolean sure, boolean changed) {
        if (sure) {
            return before.isOpen() || changed ? Confidence.CONFIRMED : before;
        }
        return before.isOpen() && before != Confidence.UNKNOWN ? before : Confidence.ASSUMPTION;
    }

    private static String checkedReason(String typed) {
        String reason = Texts.clean(typed).strip();
        if (reason.isEmpty()) {
            throw StrategyRefusal.reasonMissing();
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw StrategyRefusal.tooLong(LONGEST_REASON, reason);
        }
        return reason;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
