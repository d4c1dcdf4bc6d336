package dev.herald.bench;

import dev.herald.app.Main;
import dev.herald.platform.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Herald as an operator runs it, in a process of its own with its embedded database, to be killed and started again. */
final class HeraldProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;
    private static final String READY = "Herald runs at ";

    private final Path folder;
    private Process process;
    private volatile String url;

    private HeraldProcess(Path folder, Process process, String url) {
        this.folder = folder;
        this.process = process;
        this.url = url;
    }

    static HeraldProcess start(Path folder) {
        var process = launch(folder);
        return new HeraldProcess(folder, process, awaitUrl(process));
    }

    /** Where it serves; after a restart elsewhere. */
    String url() {
        return url;
    }

    /** A way into the database of this Herald, beside it. */
    EmbeddedPostgres attach() {
        return EmbeddedPostgres.attach(folder).orElseThrow(() -> new IllegalStateException("No Herald in " + folder));
    }

    /** As {@code kill -9}. */
    void killServer() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Kills every process of the database at once, as {@code kill -9} of each; its Herald starts it again. */
    void killDatabase() {
        var postmaster = postmaster();
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
    }

    /** Starts after {@link #killServer}. */
    void restart() {
        process = launch(folder);
        url = awaitUrl(process);
    }

    /** Ends everything in order. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static Process launch(Path folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "start",
                "--port",
                "0",
                "--data",
                folder.toString());
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log(folder)))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File log(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".log").toFile();
    }

    private static String awaitUrl(Process process) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            process.inputReader().lines().forEach(lines::add);
            lines.add("");
        });
        try {
            while (true) {
                var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null || line.isEmpty()) {
                    throw new IllegalStateException("Herald does not start");
                }
                if (line.startsWith(READY)) {
                    return line.substring(READY.length()).replaceFirst(";.*", "");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The database's first process, which must be of this folder: nothing else is ever killed. */
    private ProcessHandle postmaster() {
        var data = folder.toAbsolutePath().resolve("database");
        try {
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            var command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            if (!command.contains(data.toRealPath().toString())) {
                throw new IllegalStateException("Process " + pid + " is not the database in " + data);
            }
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
