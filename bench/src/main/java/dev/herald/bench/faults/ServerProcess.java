package dev.herald.bench.faults;

import dev.herald.app.Main;
import dev.herald.platform.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Herald as an operator runs it, in a process of its own, to be killed and started again. */
final class ServerProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;
    private static final String READY = "Herald runs at ";

    /** How it is started, and where what it says is added. */
    private record Start(List<String> options, Map<String, String> environment, Path log) {}

    private final Start start;
    private volatile Process process;
    private volatile int port;

    private ServerProcess(Start start) {
        this.start = start;
        this.process = process(start);
        // Whoever ends the run early wants no servers left.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy(), "end of a server"));
    }

    /** On a database that is there. Does not wait until it is ready. */
    static ServerProcess launch(DatabaseAddress database, Path log) {
        return new ServerProcess(new Start(
                List.of("--database-url", database.url()),
                Map.of("HERALD_DATABASE_USER", database.user(), "HERALD_DATABASE_PASSWORD", database.password()),
                log));
    }

    /** With the database that it brings along. Does not wait until it is ready. */
    static ServerProcess launch(Path data, Path log) {
        return new ServerProcess(new Start(List.of("--data", data.toString()), Map.of(), log));
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
        process = process(start);
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
                    throw new IllegalStateException("Herald does not start; see " + start.log());
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

    private static Process process(Start start) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
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
                "0"));
        command.addAll(start.options());
        var builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(start.log().toFile()));
        builder.environment().putAll(start.environment());
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
