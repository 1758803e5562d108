package ma.tansiq.strategy;

import ma.tansiq.engine.Refusal;

/** What cannot be kept of an entry of the strategy. */
public final class StrategyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final int BEGINNING = 20;

    private StrategyRefusal(String name, Object... arguments) {
        super("refusal.strategy." + name, arguments);
    }

    /** A refusal whose sentence has the key {@code refusal.strategy.<name>}. */
    static StrategyRefusal because(String name, Object... arguments) {
        return new StrategyRefusal(name, arguments);
    }

    static StrategyRefusal unknownEntry(String key) {
        return new StrategyRefusal("unknown-entry", key);
    }

    static StrategyRefusal nameMissing() {
        return new StrategyRefusal("name-missing");
    }

    /** Names the text by how it begins. */
    static StrategyRefusal tooLong(int longest, String text) {
        int length = text.codePointCount(0, text.length());
        String beginning = text.substring(0, text.offsetByCodePoints(0, Math.min(length, BEGINNING)));
        return new StrategyRefusal("too-long", longest, length, beginning);
    }

    static StrategyRefusal notADate(String typed) {
        return new StrategyRefusal("not-a-date", typed);
    }

    static StrategyRefusal datesReversed() {
        return new StrategyRefusal("dates-reversed");
    }

    static StrategyRefusal unknownReference(String typed) {
        return new StrategyRefusal("unknown-reference", typed);
    }

    static StrategyRefusal ownSuccessor(String code) {
        return new StrategyRefusal("own-successor", code);
    }

    static StrategyRefusal successorWithoutEnd() {
        return new StrategyRefusal("successor-without-end");
    }

    static StrategyRefusal circle(String code) {
        return new StrategyRefusal("circle", code);
    }

    static StrategyRefusal notAnAddress(String typed) {
        return new StrategyRefusal("not-an-address", typed);
    }

    static StrategyRefusal reasonMissing() {
        return new StrategyRefusal("reason-missing");
    }

    static StrategyRefusal nothingToConfirm() {
        return new StrategyRefusal("nothing-to-confirm");
    }

    static StrategyRefusal nothingChanged() {
        return new StrategyRefusal("nothing-changed");
    }
}
