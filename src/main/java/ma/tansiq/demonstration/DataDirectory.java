package ma.tansiq.demonstration;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The directory that keeps the embedded database, held by one running application at a time. */
public final class DataDirectory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final int SECONDS_TO_STOP = 15;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the directory for this application, creating it when it is not there. */
    static DataDirectory take(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel =
                FileChannel.open(path.resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel) == null) {
            channel.close();
            throw new DataDirectoryInUse(path.toAbsolutePath().normalize());
        }
        return new DataDirectory(path, channel);
    }

    /**
     * Deletes all that the directory holds, database server included where a killed application left one behind.
     *
     * @throws DataDirectoryInUse when an application runs on it
     */
    public static void clear(Path path) throws IOException {
        try (DataDirectory held = take(path)) {
            held.stopOrphan();
            try (Stream<Path> entries = Files.list(path)) {
                for (Path each : entries.toList()) {
                    FileSystemUtils.deleteRecursively(each);
                }
            }
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path postgresql() {
        return path.resolve("postgresql");
    }

    /** Whether a database was ever made here and is still there. */
    boolean isFilled() {
        return Files.exists(postgresql().resolve("PG_VERSION"));
    }

    /**
     * Stops a server that outlived an application which was killed: it still holds the data, and its own application is
     * gone since nobody else holds this directory.
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = server();
        if (orphan.isPresent()) {
            LOG.info(
                    "stopping the database server {} that a killed application left behind",
                    orphan.get().pid());
            stop(orphan.get());
        }
    }

    /** The database server that runs on this directory, if one does. */
    Optional<ProcessHandle> server() throws IOException {
        Path pidFile = postgresql().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[1-9][0-9]{0,17}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(DataDirectory::isPostgres);
    }

    /** A process id may have gone to something else since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.contains("postgres")).isPresent();
    }

    private static void stop(ProcessHandle server) throws IOException {
        server.destroy();
        try {
            server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while database server " + server.pid() + " was stopping", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("database server " + server.pid() + " does not stop; stop it by hand", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
