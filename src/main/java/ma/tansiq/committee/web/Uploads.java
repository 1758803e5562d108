package ma.tansiq.committee.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.document.Incoming;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Hands a file that a form brought to a use case, and closes it. */
final class Uploads {

    private Uploads() {}

    static void pass(@Nullable MultipartFile file, Consumer<Incoming> useCase) {
        read(file, incoming -> {
            useCase.accept(incoming);
            return incoming;
        });
    }

    static <T> T read(@Nullable MultipartFile file, Function<Incoming, T> reading) {
        return read(file, "missing.file", reading);
    }

    /** @param missing which refusal it is when no file was chosen */
    static <T> T read(@Nullable MultipartFile file, String missing, Function<Incoming, T> reading) {
        if (file == null || (file.isEmpty() && isBlank(file.getOriginalFilename()))) {
            throw CommitteeRefusal.because(missing);
        }
        try (InputStream content = file.getInputStream()) {
            return reading.apply(new Incoming(text(file.getOriginalFilename()), text(file.getContentType()), content));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private static boolean isBlank(@Nullable String name) {
        return text(name).isBlank();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
