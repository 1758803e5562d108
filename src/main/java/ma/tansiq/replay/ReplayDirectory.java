package ma.tansiq.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import ma.tansiq.demonstration.DataDirectory;

/**
 * Where a replay keeps its database, mail and report. One that was killed half way is of no use to anybody: the next one
 * begins anew in its place. A finished one stays, unless told otherwise; what is no replay is never touched.
 */
record ReplayDirectory(Path path) {

    /** There from before anything is played until the report is written. */
    private static final String BEGUN = "replay-begun";

    private static final String STRATEGY = "strategy.yaml";

    /**
     * Takes the directory for a new replay.
     *
     * @param overwrite whether a finished replay may be deleted
     * @throws ReplayRefused when it holds something that stays
     */
    void begin(boolean overwrite) {
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new ReplayRefused(path + " is a file; tansiq.data-directory has to be a directory");
            }
            if (holdsSomething()) {
                refuseWhatStays(overwrite);
                DataDirectory.clear(path);
            }
            Files.createDirectories(path);
            Files.writeString(path.resolve(BEGUN), "A replay began here and has not ended.\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void refuseWhatStays(boolean overwrite) {
        boolean begun = Files.exists(path.resolve(BEGUN));
        boolean finished = Files.exists(path.resolve(ReplayReport.FILE));
        if (!begun && !finished) {
            throw new ReplayRefused(
                    path + " holds something that is no replay; choose another with" + " --tansiq.data-directory=…");
        }
        if (!begun && !overwrite) {
            throw new ReplayRefused(("%s holds a finished replay: look at it with the profile demonstration and"
                            + " --tansiq.data-directory=%s, choose another directory with --tansiq.data-directory=…,"
                            + " or delete it with --tansiq.replay.overwrite=true")
                    .formatted(path, path));
        }
    }

    private boolean holdsSomething() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.anyMatch(each -> !each.endsWith("running.lock"));
        }
    }

    /** The strategy as it is played. */
    Path strategy() {
        return path.resolve(STRATEGY);
    }

    /** The report is there: from now on this is a finished replay. */
    void finish(ReplayReport report) {
        report.write(path);
        try {
            Files.delete(path.resolve(BEGUN));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
