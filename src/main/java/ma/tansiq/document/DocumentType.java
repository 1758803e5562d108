package ma.tansiq.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of file that may be stored: what the name must end with and what the bytes must be. */
enum DocumentType {
    PDF("application/pdf", List.of("pdf")),
    PNG("image/png", List.of("png")),
    JPEG("image/jpeg", List.of("jpg", "jpeg")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            List.of("xlsx"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            List.of("pptx"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
    ODT("application/vnd.oasis.opendocument.text", List.of("odt")),
    ODS("application/vnd.oasis.opendocument.spreadsheet", List.of("ods")),
    TXT("text/plain", List.of("txt")),
    CSV("text/csv", List.of("csv"));

    private final String mediaType;
    private final List<String> endings;
    private final @Nullable String mainPart;

    DocumentType(String mediaType, List<String> endings) {
        this(mediaType, endings, null);
    }

    DocumentType(String mediaType, List<String> endings, @Nullable String mainPart) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.mainPart = mainPart;
    }

    static Optional<DocumentType> ofExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(lower))
                .findFirst();
    }

    static Optional<DocumentType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equalsIgnoreCase(mediaType))
                .findFirst();
    }

    /** The extensions on offer, in one readable list. */
    static String extensions() {
        return Arrays.stream(values()).flatMap(type -> type.endings.stream()).collect(Collectors.joining(", "));
    }

    String mediaType() {
        return mediaType;
    }

    boolean isText() {
        return this == TXT || this == CSV;
    }

    boolean isImage() {
        return this == PNG || this == JPEG;
    }

    boolean isOpenDocument() {
        return this == ODT || this == ODS;
    }

    /** Content type of the part that makes an Office Open XML file what it is (ECMA-376, part 2). */
    Optional<String> mainPart() {
        return Optional.ofNullable(mainPart);
    }
}
