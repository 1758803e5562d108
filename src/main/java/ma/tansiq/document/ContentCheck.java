package ma.tansiq.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * Looks at the bytes: what they are must be what the name says, and opening them must be harmless (no macros, no
 * archive bomb, no image that fills the memory). Nothing is unpacked but the table of contents.
 */
@Component
class ContentCheck {

    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_TABLE = 1 << 20;

    private final MimeTypes magic = MimeTypes.getDefaultMimeTypes();
    private final DocumentSettings settings;

    ContentCheck(DocumentSettings settings) {
        this.settings = settings;
    }

    void check(FileName name, DocumentType type, Path content) {
        try {
            MediaType detected = detect(content);
            if (type.mainPart().isPresent() || type.isOpenDocument()) {
                checkPackage(name, type, content, detected);
            } else if (type.isText()) {
                require(detected.equals(MediaType.TEXT_PLAIN), name, detected.toString());
            } else {
                require(detected.toString().equals(type.mediaType()), name, detected.toString());
                checkImage(name, type, content);
            }
        } catch (IOException unreadable) {
            throw DocumentRefusal.damaged(name.value());
        }
    }

    private MediaType detect(Path content) throws IOException {
        try (InputStream bytes = TikaInputStream.get(content)) {
            return magic.detect(bytes, new Metadata());
        }
    }

    private void checkPackage(FileName name, DocumentType type, Path content, MediaType detected) throws IOException {
        String start = detected.getSubtype();
        require(
                start.equals("zip")
                        || start.equals("x-tika-ooxml")
                        || detected.toString().equals(type.mediaType()),
                name,
                detected.toString());
        try (ZipFile archive = new ZipFile(content.toFile())) {
            refuseBomb(name, archive);
            refuseMacros(name, archive);
            if (type.isOpenDocument()) {
                String mimetype = entry(archive, "mimetype").strip();
                require(mimetype.equals(type.mediaType()), name, mimetype.isEmpty() ? "zip" : mimetype);
            } else {
                String parts = entry(archive, "[Content_Types].xml");
                require(parts.contains('"' + type.mainPart().orElseThrow() + '"'), name, "zip");
            }
        }
    }

    private void refuseBomb(FileName name, ZipFile archive) {
        long unpacked = archive.stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
        if (archive.size() > MOST_ENTRIES
                || unpacked > settings.maximumUnpackedSize().toBytes()) {
            throw DocumentRefusal.unpacksTooLarge(name.value(), settings.maximumUnpackedSize());
        }
    }

    private static void refuseMacros(FileName name, ZipFile archive) {
        List<String> signs = List.of("vbaproject.bin", "basic/", "scripts/", "/activex/");
        archive.stream()
                .map(ZipEntry::getName)
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .filter(entry -> signs.stream()
                        .anyMatch(sign -> entry.startsWith(sign) || entry.contains("/" + sign) || entry.endsWith(sign)))
                .findFirst()
                .ifPresent(found -> {
                    throw DocumentRefusal.macros(name.value());
                });
    }

    private static String entry(ZipFile archive, String path) throws IOException {
        ZipEntry found = archive.getEntry(path);
        if (found == null) {
            return "";
        }
        try (InputStream bytes = archive.getInputStream(found)) {
            return new String(bytes.readNBytes(LONGEST_TABLE), StandardCharsets.UTF_8);
        }
    }

    private void checkImage(FileName name, DocumentType type, Path content) throws IOException {
        if (!type.isImage()) {
            return;
        }
        try (ImageInputStream bytes = Objects.requireNonNull(ImageIO.createImageInputStream(content.toFile()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                throw DocumentRefusal.damaged(name.value());
            }
            refuseFlood(name, readers.next(), bytes);
        }
    }

    private void refuseFlood(FileName name, ImageReader reader, ImageInputStream bytes) throws IOException {
        try {
            reader.setInput(bytes, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > settings.maximumPixels()) {
                throw DocumentRefusal.tooManyPixels(name.value(), settings.maximumPixels());
            }
        } finally {
            reader.dispose();
        }
    }

    private static void require(boolean asNamed, FileName name, String detected) {
        if (!asNamed) {
            throw DocumentRefusal.contentOtherwise(name.value(), name.extension(), detected);
        }
    }
}
