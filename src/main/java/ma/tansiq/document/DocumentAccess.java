package ma.tansiq.document;

/**
 * Who may read a stored document. The module that owns documents implements it for its own ones; a document that no
 * implementation grants cannot be read by anybody.
 */
@FunctionalInterface
public interface DocumentAccess {

    /**
     * Whether that account may read this document; {@code false} for documents of other modules.
     *
     * @param account name under which the person signed in
     */
    boolean mayRead(StoredDocument document, String account);
}
