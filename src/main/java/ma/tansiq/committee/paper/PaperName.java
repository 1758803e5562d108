package ma.tansiq.committee.paper;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.tansiq.document.StoredDocument;
import org.jspecify.annotations.Nullable;

/**
 * What the file name of a meeting's paper says: {@code CP11-2026-03-proces-verbal-v2-ar.pdf} are the minutes, in their
 * second version, in Arabic.
 *
 * @param version 1, or more for what replaces a sealed paper
 * @param edition of a draft, from 1; 0 for a paper that is drafted once
 * @param language of the rendering
 */
public record PaperName(Kind kind, int version, Stage stage, int edition, Language language) {

    private static final Pattern FILE = Pattern.compile(
            "(?<kind>[a-z]+(?:-de-[a-z]+|-verbal|-trimestrielle)?)(?:-v(?<version>\\d+))?(?:-(?<stage>projet|a-signer)(?:-(?<edition>\\d+))?)?(?:-(?<language>ar|en))?\\.pdf");

    /** The papers that a meeting makes. */
    public enum Kind {
        AGENDA_PACK("dossier-de-seance"),
        DECISION_RECORD("releve-de-decisions"),
        MINUTES("proces-verbal"),
        PROGRESS_SUMMARY("synthese-trimestrielle");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    /** The languages that papers are rendered in; French, the working language, goes without saying. */
    public enum Language {
        FRENCH("fr"),
        ARABIC("ar"),
        ENGLISH("en");

        private final String code;

        Language(String code) {
            this.code = code;
        }

        /** With Morocco's names of months. */
        Locale locale() {
            return this == ARABIC ? Locale.forLanguageTag("ar-MA") : Locale.forLanguageTag(code);
        }

        static Language of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElse(FRENCH);
        }
    }

    /** How far a paper is. */
    public enum Stage {
        /** Put up to be read, or for the first signature. */
        DRAFT("projet"),
        /** Read, and put up for signature. */
        TO_SIGN("a-signer"),
        FINAL("");

        private final String written;

        Stage(String written) {
            this.written = written;
        }
    }

    static PaperName of(Kind kind, int version) {
        return new PaperName(kind, version, Stage.FINAL, 0, Language.FRENCH);
    }

    PaperName in(Stage other, int number) {
        return new PaperName(kind, version, other, number, language);
    }

    PaperName in(Language other) {
        return new PaperName(kind, version, stage, edition, other);
    }

    /**
     * Whether it counts although those were made after it: a draft until there is anything newer of its kind and language,
     * a finished paper until another is finished.
     */
    public boolean standsBeside(Collection<PaperName> newer) {
        return newer.stream()
                .filter(each -> each.kind == kind && each.language == language)
                .noneMatch(each -> stage != Stage.FINAL || each.stage == Stage.FINAL);
    }

    String file(String meeting) {
        return meeting
                + "-"
                + kind.written
                + (version == 1 ? "" : "-v" + version)
                + (stage == Stage.FINAL ? "" : "-" + stage.written)
                + (edition == 0 ? "" : "-" + edition)
                + (language == Language.FRENCH ? "" : "-" + language.code)
                + ".pdf";
    }

    /** Reads such a name; empty when it is a file that somebody handed in. */
    public static Optional<PaperName> read(String meeting, String file) {
        if (!file.startsWith(meeting + "-")) {
            return Optional.empty();
        }
        Matcher name = FILE.matcher(file.substring(meeting.length() + 1));
        return name.matches() ? kind(name.group("kind")).map(kind -> read(kind, name)) : Optional.empty();
    }

    /** A French paper's renderings in other languages, made along with it, among all that is stored of the meeting. */
    static Map<Language, StoredDocument> renderings(
            String meeting, StoredDocument french, List<StoredDocument> stored) {
        Map<Language, StoredDocument> found = new EnumMap<>(Language.class);
        read(meeting, french.name())
                .ifPresent(name -> stored.stream()
                        .filter(each -> !each.storedAt().isAfter(french.storedAt()))
                        .forEach(each -> read(meeting, each.name())
                                .filter(other -> other.in(Language.FRENCH).equals(name))
                                .filter(other -> other.language() != Language.FRENCH)
                                .ifPresent(other -> found.put(other.language(), each))));
        return found;
    }

    private static PaperName read(Kind kind, Matcher name) {
        return new PaperName(
                kind,
                number(name.group("version"), 1),
                stage(name.group("stage")),
                number(name.group("edition"), 0),
                Language.of(name.group("language")));
    }

    private static Optional<Kind> kind(String written) {
        return Arrays.stream(Kind.values())
                .filter(each -> each.written.equals(written))
                .findFirst();
    }

    private static Stage stage(@Nullable String written) {
        return written == null ? Stage.FINAL : written.equals(Stage.DRAFT.written) ? Stage.DRAFT : Stage.TO_SIGN;
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null || digits.length() > 4 ? otherwise : Integer.parseInt(digits);
    }
}
