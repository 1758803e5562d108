package ma.tansiq.demonstration;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The mail that the in-process server received, one {@code .eml} file each, kept across restarts. Memory holds only the
 * first lines of each; when there are more than {@value #LIMIT}, the oldest goes.
 */
class Mailbox {

    static final int LIMIT = 5_000;

    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final int limit;
    private final NavigableMap<Long, ReceivedMail> received = new TreeMap<>(Comparator.reverseOrder());

    Mailbox(Path directory) throws IOException {
        this(directory, LIMIT);
    }

    Mailbox(Path directory, int limit) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.limit = limit;
        for (Path file : files()) {
            received.put(number(file), read(number(file)).summary());
        }
    }

    /** Keeps a message; when it returns, the file is complete. */
    synchronized void keep(String recipient, MimeMessage message) {
        long number = received.isEmpty() ? 1 : received.firstKey() + 1;
        write(number, recipient, message);
        received.put(number, read(number).summary());
        while (received.size() > limit) {
            remove(received.lastKey());
        }
    }

    /** What arrived, newest first. */
    synchronized List<ReceivedMail> all() {
        return new ArrayList<>(received.values());
    }

    synchronized List<ReceivedMail> of(String recipient) {
        return received.values().stream()
                .filter(mail -> mail.recipient().equalsIgnoreCase(recipient))
                .toList();
    }

    synchronized List<String> recipients() {
        return received.values().stream()
                .map(ReceivedMail::recipient)
                .distinct()
                .sorted()
                .toList();
    }

    Optional<ReceivedMessage> open(long number) {
        synchronized (this) {
            if (!received.containsKey(number)) {
                return Optional.empty();
            }
        }
        return Optional.of(read(number));
    }

    private void write(long number, String recipient, MimeMessage message) {
        Path part = directory.resolve(number + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                out.write(("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
                message.writeTo(out);
            }
            Files.move(part, file(number), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a message", e);
        }
    }

    private ReceivedMessage read(long number) {
        try (InputStream in = Files.newInputStream(file(number))) {
            return new ReceivedMessage(number, new MimeMessage(null, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("unreadable message " + number, e);
        }
    }

    private void remove(long number) {
        received.remove(number);
        try {
            Files.deleteIfExists(file(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d{1,18}\\" + SUFFIX))
                    .toList();
        }
    }

    private Path file(long number) {
        return directory.resolve(number + SUFFIX);
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }
}
