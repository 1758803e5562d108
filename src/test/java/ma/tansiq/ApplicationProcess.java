package ma.tansiq;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tansiq as a process of its own, for what cannot be seen from inside: refused starts, restarts, kills. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int SECONDS_TO_START = 180;
    private static final int SECONDS_TO_STOP = 60;

    private final Process process;
    private final Path output;

    private ApplicationProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the application with these arguments; free ports unless they say otherwise. */
    public static ApplicationProcess start(String... arguments) {
        try {
            Path output = Files.createTempFile(Path.of("target"), "application-", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-cp",
                    classPath(),
                    TansiqApplication.class.getName(),
                    "--tansiq.postgresql-directory=target/postgresql-binaries"));
            Stream.of("--server.port", "--spring.mail.port")
                    .filter(port -> Stream.of(arguments).noneMatch(argument -> argument.startsWith(port + "=")))
                    .forEach(port -> command.add(port + "=0"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ApplicationProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says where to go and who to sign in as; fails with its output when it ends before. */
    public ApplicationProcess awaitStarted() {
        awaitOutput("password of all");
        return this;
    }

    public ApplicationProcess awaitOutput(String text) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!output().contains(text)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("\"" + text + "\" did not come; the output was:\n" + output());
            }
            pause();
        }
        return this;
    }

    /** Waits for the process to end by itself. */
    public int awaitEnd() {
        return awaitEnd(SECONDS_TO_START);
    }

    /** The same for one that has much to do. */
    public int awaitEndFor(int minutes) {
        return awaitEnd(TimeUnit.MINUTES.toSeconds(minutes));
    }

    private int awaitEnd(long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("still running; the output was:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int port() {
        Matcher matcher = PORT.matcher(output());
        if (!matcher.find()) {
            throw new IllegalStateException("no port in:\n" + output());
        }
        return Integer.parseInt(matcher.group(1));
    }

    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: nothing is put in order. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The test's own class path; a runner may have put it into the manifest of a single jar. */
    private static String classPath() throws IOException {
        String given = System.getProperty("java.class.path");
        return given.contains(File.pathSeparator)
                ? withoutBlanks(Stream.of(given.split(File.pathSeparator)))
                : listed(given);
    }

    private static String listed(String path) throws IOException {
        try (JarFile jar = new JarFile(path)) {
            String entries = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            URI base = Path.of(path).toAbsolutePath().toUri();
            return withoutBlanks(Stream.of(entries.split(" "))
                    .map(entry -> Path.of(base.resolve(entry)).normalize().toString()));
        }
    }

    /** A blank entry would stand for the working directory, which holds the sources. */
    private static String withoutBlanks(Stream<String> entries) {
        return entries.filter(entry -> !entry.isBlank()).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
