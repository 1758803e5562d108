package ma.tansiq.committee.web;

import java.util.function.Consumer;
import java.util.function.Function;
import ma.tansiq.committee.meeting.CommitteeRefusal;
import ma.tansiq.document.Incoming;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files that the forms of committees bring. */
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
        return ma.tansiq.document.Uploads.read(file, () -> CommitteeRefusal.because(missing), reading);
    }
}
