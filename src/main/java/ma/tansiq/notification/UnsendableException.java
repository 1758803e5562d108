package ma.tansiq.notification;

/** A mail that cannot be made into a message: no usable address, an attachment that is not in the store. */
class UnsendableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsendableException(String reason) {
        super(reason);
    }
}
