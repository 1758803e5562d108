package ma.tansiq.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of a file, safe to show, to put into a header and to save under. */
record FileName(String value) {

    private static final int LONGEST = 200;
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}"
            + "\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFD]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u200E\\u200F\\u061C\\u00AD]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]|[\"\\\\%;]");

    /** The name in composed form, without invisible marks; refused when it is not a plain file name. */
    static FileName of(String given) {
        if (UNSAFE.matcher(given).find()) {
            throw DocumentRefusal.nameUnsafe();
        }
        String name = Normalizer.normalize(INVISIBLE.matcher(given).replaceAll(""), Normalizer.Form.NFC)
                .strip();
        if (name.isEmpty()) {
            throw DocumentRefusal.nameMissing();
        }
        if (name.startsWith(".") || name.endsWith(".")) {
            throw DocumentRefusal.nameUnsafe();
        }
        if (name.length() > LONGEST) {
            throw DocumentRefusal.nameTooLong(LONGEST);
        }
        return new FileName(name);
    }

    /** The type that the name's ending stands for. */
    DocumentType type() {
        if (extension().isEmpty()) {
            throw DocumentRefusal.extensionMissing(value);
        }
        return DocumentType.ofExtension(extension())
                .orElseThrow(() -> DocumentRefusal.typeNotAllowed(value, extension()));
    }

    String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1);
    }

    /** Header {@code Content-Disposition} that has the file saved under this name (RFC 6266, RFC 8187). */
    String asAttachment() {
        String plain = NOT_ASCII.matcher(value).replaceAll("_");
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
