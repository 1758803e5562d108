package ma.tansiq.notification;

import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;

/** Opens the files that go with mails. */
@FunctionalInterface
interface Papers {

    /**
     * The file with what its name must end with.
     *
     * @throws UnsendableException when the store does not have it
     */
    Paper open(UUID document);

    /**
     * A file to attach.
     *
     * @param ending of the file's name, with the dot
     */
    record Paper(ByteArrayResource content, String mediaType, String ending) {}
}
