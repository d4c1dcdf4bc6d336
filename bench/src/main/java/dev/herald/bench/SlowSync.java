package dev.herald.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A disk whose syncs take as long as one likes, for what is measured here and for the database it starts: by a small
 * library that the programs load before the C library, which needs an environment of their own.
 */
final class SlowSync {

    private static final String SETTING = "HERALD_BENCH_SYNC";
    private static final String LIBRARY = "slowsync";
    private static final Set<String> SEEN_METHODS = Set.of("fdatasync", "fsync");
    private static final int TRIES = 5;

    private final Path setting;

    private SlowSync(Path setting) {
        this.setting = setting;
    }

    /** Whether this process was started by {@link #restarted}. */
    static boolean isLoaded() {
        return System.getenv(SETTING) != null;
    }

    /** Of a process in which {@link #isLoaded}. */
    static SlowSync loaded() {
        return new SlowSync(Path.of(Objects.requireNonNull(System.getenv(SETTING))));
    }

    /** Runs this program again with the same arguments and the library loaded; returns its exit code. */
    static int restarted(Path folder, List<String> arguments) throws IOException {
        Files.createDirectories(folder);
        var library = compiled(folder.toRealPath());
        var setting = folder.toRealPath().resolve("sync.micros");
        new SlowSync(setting).take(0);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(SETTING, setting.toString());
        builder.environment().put("LD_PRELOAD", library.toString());
        return awaited(builder.start());
    }

    /** From now on each sync of a log takes at least so long. */
    void take(double millis) {
        try {
            var next = setting.resolveSibling("sync.micros.new");
            Files.writeString(next, Math.round(millis * 1_000) + "\n");
            // Read by the user who runs PostgreSQL.
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(next, setting, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws IllegalStateException unless the database's commits really take so long. */
    static void check(Connection owner, double millis) throws SQLException {
        try (var statement = owner.createStatement()) {
            try (var rows = statement.executeQuery("show wal_sync_method")) {
                rows.next();
                if (!SEEN_METHODS.contains(rows.getString(1))) {
                    throw new IllegalStateException("wal_sync_method " + rows.getString(1) + " cannot be slowed");
                }
            }
            statement.execute("create table try_sync (at timestamptz)");
            var nanos = new long[TRIES];
            for (int i = 0; i < TRIES; i++) {
                var start = System.nanoTime();
                statement.execute("insert into try_sync values (now())");
                nanos[i] = System.nanoTime() - start;
            }
            statement.execute("drop table try_sync");
            Arrays.sort(nanos);
            if (nanos[TRIES / 2] < millis * 1e6) {
                throw new IllegalStateException("A commit takes " + nanos[TRIES / 2] / 1e6 + " ms although a sync"
                        + " should take " + millis + ": the database has not loaded the library. Is it a left-over"
                        + " one?");
            }
        }
    }

    private static Path compiled(Path folder) throws IOException {
        var source = folder.resolve(LIBRARY + ".c");
        var library = folder.resolve(LIBRARY + ".so");
        try (var in = Objects.requireNonNull(SlowSync.class.getResourceAsStream("/" + LIBRARY + ".c"))) {
            Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            var compiler = new ProcessBuilder(
                            "cc",
                            "-O2",
                            "-Wall",
                            "-Werror",
                            "-shared",
                            "-fPIC",
                            "-o",
                            library.toString(),
                            source.toString(),
                            "-ldl")
                    .inheritIO()
                    .start();
            if (awaited(compiler) != 0) {
                throw new IllegalStateException("cc does not compile " + source);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "There is no C compiler: --sync-millis slows syncs by a small library, which needs the command cc"
                            + " (on Debian the package gcc with libc6-dev)",
                    e);
        }
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxr-xr-x"));
        return library;
    }

    private static int awaited(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
