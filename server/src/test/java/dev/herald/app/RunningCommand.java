package dev.herald.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Herald's command line in a process of its own, as an operator runs it. */
final class RunningCommand implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 90;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> output = new ArrayList<>();
    private final Thread reader;

    private RunningCommand(Process process) {
        this.process = process;
        this.reader =
                Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines::add));
    }

    static RunningCommand run(String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of(arguments));
        return new RunningCommand(
                new ProcessBuilder(words).redirectErrorStream(true).start());
    }

    /** Waits for a line that begins like this and gives what follows. */
    String awaitLine(String beginning) throws InterruptedException {
        while (true) {
            var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line)
                    .as("a line that begins with '" + beginning + "' after " + output)
                    .isNotNull();
            if (line != null) {
                output.add(line);
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
        }
    }

    /** Asks the process to end, as an operating system that shuts down does, and gives its exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    /** All it said, once it has ended. */
    List<String> output() throws InterruptedException {
        awaitExit();
        reader.join();
        lines.drainTo(output);
        return output;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
