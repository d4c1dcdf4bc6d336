package dev.herald.bench.faults;

import dev.herald.app.Main;
import dev.herald.platform.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Herald as an operator runs it, in a process of its own on a given database, to be killed and started again. */
final class ServerProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;
    private static final String READY = "Herald runs at ";

    private final DatabaseAddress database;
    private final Path log;
    private volatile Process process;
    private volatile int port;

    private ServerProcess(DatabaseAddress database, Path log, Process process) {
        this.database = database;
        this.log = log;
        this.process = process;
    }

    /** Does not wait until it is ready. */
    static ServerProcess launch(DatabaseAddress database, Path log) {
        return new ServerProcess(database, log, process(database, log));
    }

    /** Where it serves; after a restart elsewhere. */
    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts after {@link #kill}, and waits until it is ready. */
    void restart() {
        process = process(database, log);
        awaitReady();
    }

    void awaitReady() {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        var output = process.inputReader();
        Thread.ofVirtual().start(() -> {
            output.lines().forEach(lines::add);
            lines.add("");
        });
        try {
            while (true) {
                var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null || line.isEmpty()) {
                    throw new IllegalStateException("Herald does not start; see " + log);
                }
                if (line.startsWith(READY)) {
                    port = URI.create(line.substring(READY.length()).replaceFirst(";.*", ""))
                            .getPort();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process process(DatabaseAddress database, Path log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // It never lives long enough for more.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "start",
                "--port",
                "0",
                "--database-url",
                database.url());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HERALD_DATABASE_USER", database.user());
        builder.environment().put("HERALD_DATABASE_PASSWORD", database.password());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
