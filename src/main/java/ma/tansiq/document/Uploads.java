package ma.tansiq.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.tansiq.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Hands a file that a form brought to a use case, and closes it. */
public final class Uploads {

    private Uploads() {}

    /** @param missing which refusal it is when no file was chosen */
    public static <T> T read(@Nullable MultipartFile file, Supplier<Refusal> missing, Function<Incoming, T> reading) {
        if (file == null || (file.isEmpty() && text(file.getOriginalFilename()).isBlank())) {
            throw missing.get();
        }
        try (InputStream content = file.getInputStream()) {
            return reading.apply(new Incoming(text(file.getOriginalFilename()), text(file.getContentType()), content));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
