package dev.herald.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program of the operating system that is run to its end. */
record Program(List<String> words, Path workingFolder) {

    /** What a finished program said, both streams together. */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    Program {
        words = List.copyOf(words);
    }

    Result run(String input) throws IOException {
        var process = builder().start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return new Result(exitCode(process), output);
    }

    /**
     * Runs with the output appended to a file: a server that the program leaves running inherits it, and a pipe would
     * break when Herald dies. Calls {@code waiting} with the time waited every {@code every}.
     */
    int runInto(Path log, Duration every, Consumer<Duration> waiting) throws IOException {
        var process = builder()
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var started = System.nanoTime();
        try {
            while (!process.waitFor(every.toMillis(), TimeUnit.MILLISECONDS)) {
                waiting.accept(Duration.ofNanos(System.nanoTime() - started));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + words, e);
        }
    }

    /** The operator's own PGDATA, PGPORT or language must not change what the bundled server does or says. */
    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(new ArrayList<>(words))
                .directory(workingFolder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for a program", e);
        }
    }
}
