package ma.tansiq.replay;

import org.jspecify.annotations.Nullable;

/** The play met something that it does not know, or that went wrong: better no figures than wrong ones. */
final class ReplayStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayStopped(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    ReplayStopped(String message) {
        this(message, null);
    }
}
