package ma.tansiq.document;

import java.util.UUID;
import ma.tansiq.engine.Refusal;
import org.springframework.util.unit.DataSize;

/** Why a file cannot be stored or read. */
public final class DocumentRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private DocumentRefusal(String name, Object... arguments) {
        super("refusal.document." + name, arguments);
    }

    static DocumentRefusal nameMissing() {
        return new DocumentRefusal("name-missing");
    }

    static DocumentRefusal nameTooLong(int limit) {
        return new DocumentRefusal("name-too-long", limit);
    }

    static DocumentRefusal nameUnsafe() {
        return new DocumentRefusal("name-unsafe");
    }

    static DocumentRefusal extensionMissing(String name) {
        return new DocumentRefusal("extension-missing", name, DocumentType.extensions());
    }

    static DocumentRefusal typeNotAllowed(String name, String extension) {
        return new DocumentRefusal("type-not-allowed", name, extension, DocumentType.extensions());
    }

    static DocumentRefusal declaredOtherwise(String name, String declared) {
        return new DocumentRefusal("declared-otherwise", name, declared);
    }

    static DocumentRefusal contentOtherwise(String name, String extension, String detected) {
        return new DocumentRefusal("content-otherwise", name, extension, detected);
    }

    static DocumentRefusal empty(String name) {
        return new DocumentRefusal("empty", name);
    }

    static DocumentRefusal tooLarge(String name, DataSize limit) {
        return new DocumentRefusal("too-large", name, limit.toMegabytes());
    }

    static DocumentRefusal formTooLarge(DataSize limit) {
        return new DocumentRefusal("form-too-large", limit.toMegabytes());
    }

    static DocumentRefusal damaged(String name) {
        return new DocumentRefusal("damaged", name);
    }

    static DocumentRefusal locked(String name) {
        return new DocumentRefusal("locked", name);
    }

    static DocumentRefusal macros(String name) {
        return new DocumentRefusal("macros", name);
    }

    static DocumentRefusal unpacksTooLarge(String name, DataSize limit) {
        return new DocumentRefusal("unpacks-too-large", name, limit.toMegabytes());
    }

    static DocumentRefusal tooManyPixels(String name, long limit) {
        return new DocumentRefusal("too-many-pixels", name, limit / 1_000_000);
    }

    static DocumentRefusal interrupted(String name) {
        return new DocumentRefusal("interrupted", name);
    }

    static DocumentRefusal unknown(UUID id) {
        return new DocumentRefusal("unknown", id.toString());
    }
}
