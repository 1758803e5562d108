package ma.tansiq.demonstration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of the default start. When it dies while the application lives, it is started again on the same port
 * with the same data: what was committed is there, and the pool connects again by itself. Data that were deleted are not
 * made anew behind the back of an application that still believes in them.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int ATTEMPTS = 30;
    private static final int ANY_PORT = 0;

    private final DataDirectory data;
    private final Path binaries;
    private EmbeddedPostgres server;
    private volatile boolean closed;

    private EmbeddedServer(DataDirectory data, Path binaries) throws IOException {
        this.data = data;
        this.binaries = binaries;
        this.server = start(ANY_PORT);
    }

    static EmbeddedServer start(DataDirectory data, Path binaries) throws IOException {
        data.stopOrphan();
        EmbeddedServer started = new EmbeddedServer(data, binaries);
        started.watch();
        return started;
    }

    synchronized String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.postgresql())
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    private void watch() throws IOException {
        data.server().ifPresent(process -> process.onExit().thenRunAsync(this::startAgain));
    }

    private synchronized void startAgain() {
        if (closed || !data.isFilled()) {
            return;
        }
        LOG.warn("the embedded database server has ended; starting it again");
        int port = server.getPort();
        for (int attempt = 1; attempt <= ATTEMPTS && !closed; attempt++) {
            try {
                server.close();
                server = start(port);
                watch();
                LOG.info("the embedded database server runs again");
                return;
            } catch (IOException | IllegalStateException notYet) {
                LOG.warn("the embedded database server does not start: {}", notYet.getMessage());
                pause();
            }
        }
        LOG.error("the embedded database server stays down: stop the application and start it again");
    }

    /** Processes of the dead server may hold its memory a moment longer. */
    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        synchronized (this) {
            server.close();
        }
    }
}
