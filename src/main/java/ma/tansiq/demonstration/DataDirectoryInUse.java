package ma.tansiq.demonstration;

import java.nio.file.Path;

/** Another running application holds the data directory. */
final class DataDirectoryInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path directory;

    DataDirectoryInUse(Path directory) {
        super("data directory in use: " + directory);
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }
}
