package ma.tansiq.notification;

import java.util.UUID;

/** Opens the files that go with mails. */
@FunctionalInterface
interface Papers {

    /** @throws UnsendableException when the store does not have it */
    Paper open(UUID document);

    /**
     * A file to attach.
     *
     * @param ending of the file's name, with the dot
     */
    record Paper(byte[] content, String mediaType, String ending) {}
}
